package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.BargainService;
import org.goichung.negotiation.CounterOffer;
import org.goichung.negotiation.OfferService;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.OfferView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;

/** Offers over HTTP. Their moves name the very revision they are about, which stands for an {@code If-Match}. */
@Path("/v1")
public class OfferResource {
    private final OfferService offers;
    private final BargainService bargains;
    private final Once once;
    private final CurrentScope scope;

    public OfferResource(OfferService offers, BargainService bargains, Once once, CurrentScope scope) {
        this.offers = offers;
        this.bargains = bargains;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @Path("/rfqs/{rfqId}/offers")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<OfferView.Page> list(@PathParam("rfqId") UUID rfqId) {
        return offers.list(scope.get(), rfqId);
    }

    @POST
    @Path("/rfqs/{rfqId}/offers")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> submit(@PathParam("rfqId") UUID rfqId, @Valid @NotNull OfferTerms terms) {
        return once.answer(() -> offers.submit(scope.get(), rfqId, terms)
                .map(receipt -> Answer.created("/v1/rfqs/" + rfqId + "/offers", receipt)));
    }

    @POST
    @Path("/offers/{offerId}/counter")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> counter(@PathParam("offerId") UUID id, @Valid @NotNull CounterOffer counter) {
        return once.answer(() -> bargains.counter(scope.get(), id, counter).map(Answer::ok));
    }

    @POST
    @Path("/offers/{offerId}/revise")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> revise(@PathParam("offerId") UUID id, @Valid @NotNull OfferTerms terms) {
        return once.answer(() -> bargains.revise(scope.get(), id, terms).map(Answer::ok));
    }

    @POST
    @Path("/offers/{offerId}/accept")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> accept(@PathParam("offerId") UUID id) {
        return once.answer(() -> bargains.accept(scope.get(), id).map(Answer::ok));
    }

    @POST
    @Path("/offers/{offerId}/decline")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER})
    public Uni<Response> decline(@PathParam("offerId") UUID id) {
        return once.answer(() -> bargains.decline(scope.get(), id).map(Answer::ok));
    }

    @POST
    @Path("/offers/{offerId}/withdraw")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER})
    public Uni<Response> withdraw(@PathParam("offerId") UUID id) {
        return once.answer(() -> bargains.withdraw(scope.get(), id).map(Answer::ok));
    }
}
