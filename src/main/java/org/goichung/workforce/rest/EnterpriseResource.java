package org.goichung.workforce.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.workforce.EnterpriseView;
import org.goichung.workforce.WorkforceService;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Employers over HTTP. */
@Path("/v1/enterprises")
public class EnterpriseResource {
    private final WorkforceService workforce;
    private final Once once;
    private final CurrentScope scope;

    public EnterpriseResource(WorkforceService workforce, Once once, CurrentScope scope) {
        this.workforce = workforce;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<Page<EnterpriseView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return workforce.enterprises(scope.get(), PageRequest.of(after, limit));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> create(@Valid @NotNull EnterpriseRequest request) {
        return once.answer(() -> workforce
                .createEnterprise(scope.get(), request.wanted())
                .map(made -> Answer.created("/v1/enterprises/" + made.id(), made, made.version())));
    }

    @GET
    @Path("/{enterpriseId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<RestResponse<EnterpriseView>> get(@PathParam("enterpriseId") UUID id) {
        return workforce.enterprise(scope.get(), new EnterpriseId(id)).map(found -> RestResponse.ResponseBuilder.ok(
                        found)
                .header(HttpHeaders.ETAG, Answer.etag(found.version()))
                .build());
    }
}
