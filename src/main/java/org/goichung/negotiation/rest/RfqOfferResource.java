package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.OfferService;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.OfferView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The offers on an RFQ over HTTP. */
@Path("/v1/rfqs")
public class RfqOfferResource {
    private final OfferService offers;
    private final Once once;
    private final CurrentScope scope;

    public RfqOfferResource(OfferService offers, Once once, CurrentScope scope) {
        this.offers = offers;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @Path("/{rfqId}/offers")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<OfferView.Page> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return offers.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId));
    }

    @POST
    @Path("/{rfqId}/offers")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> submit(@PathParam("rfqId") UUID rfqId, @Valid @NotNull OfferTerms terms) {
        return once.answer(() -> offers.submit(scope.get(), rfqId, terms)
                .map(receipt -> Answer.created("/v1/rfqs/" + rfqId + "/offers", receipt)));
    }
}
