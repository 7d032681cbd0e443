package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.NewRfq;
import org.goichung.negotiation.RfqService;
import org.goichung.negotiation.RfqView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** RFQs over HTTP. */
@Path("/v1/rfqs")
public class RfqResource {
    private final RfqService rfqs;
    private final Once once;
    private final CurrentScope scope;

    public RfqResource(RfqService rfqs, Once once, CurrentScope scope) {
        this.rfqs = rfqs;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Page<RfqView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return rfqs.list(scope.get(), PageRequest.of(after, limit));
    }

    @POST
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> draft(@Valid @NotNull NewRfq asked) {
        return once.answer(() ->
                rfqs.draft(scope.get(), asked).map(rfq -> Answer.created("/v1/rfqs/" + rfq.id(), rfq, rfq.version())));
    }

    @GET
    @Path("/{rfqId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<RestResponse<RfqView>> get(@PathParam("rfqId") UUID id) {
        return rfqs.rfq(scope.get(), id).map(rfq -> RestResponse.ResponseBuilder.ok(rfq)
                .header(HttpHeaders.ETAG, Answer.etag(rfq.version()))
                .build());
    }

    @POST
    @Path("/{rfqId}/open")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> open(
            @PathParam("rfqId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> rfqs.open(scope.get(), id, ifMatch).map(rfq -> Answer.ok(rfq, rfq.version())));
    }

    @POST
    @Path("/{rfqId}/close")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> close(
            @PathParam("rfqId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> rfqs.close(scope.get(), id, ifMatch).map(rfq -> Answer.ok(rfq, rfq.version())));
    }

    @POST
    @Path("/{rfqId}/cancel")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> cancel(
            @PathParam("rfqId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> rfqs.cancel(scope.get(), id, ifMatch).map(rfq -> Answer.ok(rfq, rfq.version())));
    }
}
