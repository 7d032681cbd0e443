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
import org.goichung.negotiation.NewPaperOffer;
import org.goichung.negotiation.PaperOfferService;
import org.goichung.negotiation.PaperOfferView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Offers on paper over HTTP. */
@Path("/v1/rfqs/{rfqId}/paper-offers")
@RolesAllowed(Roles.UNION_OFFICER)
public class PaperOfferResource {
    private final PaperOfferService papers;
    private final Once once;
    private final CurrentScope scope;

    public PaperOfferResource(PaperOfferService papers, Once once, CurrentScope scope) {
        this.papers = papers;
        this.once = once;
        this.scope = scope;
    }

    @POST
    public Uni<Response> enter(@PathParam("rfqId") UUID rfqId, @Valid @NotNull NewPaperOffer asked) {
        return once.answer(() -> papers.enter(scope.get(), rfqId, asked)
                .map(offer -> Answer.created("/v1/rfqs/" + rfqId + "/paper-offers", offer)));
    }

    @GET
    public Uni<Page<PaperOfferView>> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return papers.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId));
    }

    @POST
    @Path("/{paperOfferId}/confirm")
    public Uni<Response> confirm(@PathParam("rfqId") UUID rfqId, @PathParam("paperOfferId") UUID id) {
        return once.answer(() -> papers.confirm(scope.get(), rfqId, id).map(Answer::ok));
    }

    @POST
    @Path("/{paperOfferId}/withdraw")
    public Uni<Response> withdraw(@PathParam("rfqId") UUID rfqId, @PathParam("paperOfferId") UUID id) {
        return once.answer(() -> papers.withdraw(scope.get(), rfqId, id).map(Answer::ok));
    }
}
