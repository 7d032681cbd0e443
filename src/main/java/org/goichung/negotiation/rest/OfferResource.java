package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.BargainService;
import org.goichung.negotiation.CounterOffer;
import org.goichung.negotiation.NewPaperAnswer;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.PaperAnswerService;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;

/** The moves on offers over HTTP. Each names the very revision it is about, which stands for an {@code If-Match}. */
@Path("/v1/offers")
public class OfferResource {
    private final BargainService bargains;
    private final PaperAnswerService papers;
    private final Once once;
    private final CurrentScope scope;

    public OfferResource(BargainService bargains, PaperAnswerService papers, Once once, CurrentScope scope) {
        this.bargains = bargains;
        this.papers = papers;
        this.once = once;
        this.scope = scope;
    }

    @POST
    @Path("/{offerId}/counter")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> counter(@PathParam("offerId") UUID id, @Valid @NotNull CounterOffer counter) {
        return once.answer(() -> bargains.counter(scope.get(), id, counter).map(Answer::ok));
    }

    @POST
    @Path("/{offerId}/revise")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> revise(@PathParam("offerId") UUID id, @Valid @NotNull OfferTerms terms) {
        return once.answer(() -> bargains.revise(scope.get(), id, terms).map(Answer::ok));
    }

    @POST
    @Path("/{offerId}/accept")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> accept(@PathParam("offerId") UUID id) {
        return once.answer(() -> bargains.accept(scope.get(), id).map(Answer::ok));
    }

    @POST
    @Path("/{offerId}/decline")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER})
    public Uni<Response> decline(@PathParam("offerId") UUID id) {
        return once.answer(() -> bargains.decline(scope.get(), id).map(Answer::ok));
    }

    @POST
    @Path("/{offerId}/withdraw")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER})
    public Uni<Response> withdraw(@PathParam("offerId") UUID id) {
        return once.answer(() -> bargains.withdraw(scope.get(), id).map(Answer::ok));
    }

    @POST
    @Path("/{offerId}/paper-answers")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> enterAnswer(@PathParam("offerId") UUID id, @Valid @NotNull NewPaperAnswer asked) {
        return once.answer(() -> papers.enter(scope.get(), id, asked)
                .map(answer -> Answer.created("/v1/rfqs/" + answer.rfqId() + "/paper-answers", answer)));
    }
}
