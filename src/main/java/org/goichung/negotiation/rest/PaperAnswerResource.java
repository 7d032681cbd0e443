package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.PaperAnswerService;
import org.goichung.negotiation.PaperAnswerView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Carriers' answers on paper, over HTTP. */
@Path("/v1/rfqs/{rfqId}/paper-answers")
@RolesAllowed(Roles.UNION_OFFICER)
public class PaperAnswerResource {
    private final PaperAnswerService papers;
    private final Once once;
    private final CurrentScope scope;

    public PaperAnswerResource(PaperAnswerService papers, Once once, CurrentScope scope) {
        this.papers = papers;
        this.once = once;
        this.scope = scope;
    }

    @GET
    public Uni<Page<PaperAnswerView>> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return papers.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId));
    }

    @POST
    @Path("/{paperAnswerId}/confirm")
    public Uni<Response> confirm(@PathParam("rfqId") UUID rfqId, @PathParam("paperAnswerId") UUID id) {
        return once.answer(() -> papers.confirm(scope.get(), rfqId, id).map(Answer::ok));
    }

    @POST
    @Path("/{paperAnswerId}/withdraw")
    public Uni<Response> withdraw(@PathParam("rfqId") UUID rfqId, @PathParam("paperAnswerId") UUID id) {
        return once.answer(() -> papers.withdraw(scope.get(), rfqId, id).map(Answer::ok));
    }
}
