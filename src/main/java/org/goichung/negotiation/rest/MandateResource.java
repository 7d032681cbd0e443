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
import org.goichung.negotiation.MandateService;
import org.goichung.negotiation.MandateView;
import org.goichung.negotiation.NewMandate;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Mandates over HTTP. */
@Path("/v1/mandates")
public class MandateResource {
    private final MandateService mandates;
    private final Once once;
    private final CurrentScope scope;

    public MandateResource(MandateService mandates, Once once, CurrentScope scope) {
        this.mandates = mandates;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.AUDITOR})
    public Uni<Page<MandateView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return mandates.list(scope.get(), PageRequest.of(after, limit));
    }

    @POST
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> give(@Valid @NotNull NewMandate wanted) {
        return once.answer(() -> mandates.give(scope.get(), wanted)
                .map(mandate -> Answer.created("/v1/mandates/" + mandate.id(), mandate, mandate.version())));
    }

    @POST
    @Path("/{mandateId}/withdraw")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> withdraw(
            @PathParam("mandateId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() ->
                mandates.withdraw(scope.get(), id, ifMatch).map(mandate -> Answer.ok(mandate, mandate.version())));
    }
}
