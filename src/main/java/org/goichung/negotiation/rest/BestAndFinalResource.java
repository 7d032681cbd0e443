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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.BestAndFinalView;
import org.goichung.negotiation.FinalService;
import org.goichung.negotiation.NewBestAndFinal;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/** A round of last offers, over HTTP. */
@Path("/v1/rfqs/{rfqId}/best-and-final")
public class BestAndFinalResource {
    private final FinalService finals;
    private final Once once;
    private final CurrentScope scope;

    public BestAndFinalResource(FinalService finals, Once once, CurrentScope scope) {
        this.finals = finals;
        this.once = once;
        this.scope = scope;
    }

    @POST
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> call(
            @PathParam("rfqId") UUID rfqId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewBestAndFinal asked) {
        return once.answer(
                () -> finals.call(scope.get(), rfqId, ifMatch, asked).map(rfq -> Answer.ok(rfq, rfq.version())));
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<BestAndFinalView> get(@PathParam("rfqId") UUID rfqId) {
        return finals.round(scope.get(), rfqId);
    }
}
