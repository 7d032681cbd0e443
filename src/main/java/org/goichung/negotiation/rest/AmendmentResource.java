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
import java.util.Objects;
import java.util.UUID;
import org.goichung.negotiation.AmendmentService;
import org.goichung.negotiation.AmendmentView;
import org.goichung.negotiation.NewAmendment;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Amendments of an open RFQ, over HTTP. */
@Path("/v1/rfqs")
public class AmendmentResource {
    private final AmendmentService amendments;
    private final Once once;
    private final CurrentScope scope;

    public AmendmentResource(AmendmentService amendments, Once once, CurrentScope scope) {
        this.amendments = amendments;
        this.once = once;
        this.scope = scope;
    }

    @POST
    @Path("/{rfqId}/amend")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> amend(
            @PathParam("rfqId") UUID rfqId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewAmendment asked) {
        return once.answer(() -> amendments
                .amend(scope.get(), rfqId, ifMatch, asked)
                .map(view -> Answer.ok(view, Objects.requireNonNull(view.rfqVersion()))));
    }

    @GET
    @Path("/{rfqId}/amendments")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Page<AmendmentView>> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return amendments.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId));
    }
}
