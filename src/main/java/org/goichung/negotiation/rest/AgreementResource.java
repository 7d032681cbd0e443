package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.AgreementService;
import org.goichung.negotiation.AgreementView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Agreements over HTTP. */
@Path("/v1/agreements")
public class AgreementResource {
    private final AgreementService agreements;
    private final Once once;
    private final CurrentScope scope;

    public AgreementResource(AgreementService agreements, Once once, CurrentScope scope) {
        this.agreements = agreements;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Page<AgreementView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return agreements.list(scope.get(), PageRequest.of(after, limit));
    }

    @GET
    @Path("/{agreementId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<RestResponse<AgreementView>> get(@PathParam("agreementId") UUID id) {
        return agreements.agreement(scope.get(), id).map(agreement -> RestResponse.ResponseBuilder.ok(agreement)
                .header(HttpHeaders.ETAG, Answer.etag(agreement.version()))
                .build());
    }

    @POST
    @Path("/{agreementId}/suspend")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> suspend(
            @PathParam("agreementId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> agreements.suspend(scope.get(), id, ifMatch).map(AgreementResource::moved));
    }

    @POST
    @Path("/{agreementId}/resume")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> resume(
            @PathParam("agreementId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> agreements.resume(scope.get(), id, ifMatch).map(AgreementResource::moved));
    }

    @POST
    @Path("/{agreementId}/terminate")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> terminate(
            @PathParam("agreementId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> agreements.terminate(scope.get(), id, ifMatch).map(AgreementResource::moved));
    }

    private static Answer moved(AgreementView agreement) {
        return Answer.ok(agreement, agreement.version());
    }
}
