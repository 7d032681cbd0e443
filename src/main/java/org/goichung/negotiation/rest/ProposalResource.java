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
import org.goichung.negotiation.NewProposal;
import org.goichung.negotiation.ProposalService;
import org.goichung.negotiation.ProposalView;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Proposed awards, over HTTP. */
@Path("/v1/rfqs/{rfqId}/award-proposals")
@RolesAllowed(Roles.UNION_OFFICER)
public class ProposalResource {
    private final ProposalService proposals;
    private final Once once;
    private final CurrentScope scope;

    public ProposalResource(ProposalService proposals, Once once, CurrentScope scope) {
        this.proposals = proposals;
        this.once = once;
        this.scope = scope;
    }

    @POST
    public Uni<Response> propose(
            @PathParam("rfqId") UUID rfqId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Valid @NotNull NewProposal asked) {
        return once.answer(() -> proposals
                .propose(scope.get(), rfqId, asked, Language.of(acceptLanguage))
                .map(view -> Answer.accepted("/v1/rfqs/" + rfqId + "/award-proposals/" + view.id(), view)));
    }

    @GET
    public Uni<Page<ProposalView>> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return proposals.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId), Language.of(acceptLanguage));
    }

    @GET
    @Path("/{proposalId}")
    public Uni<ProposalView> get(
            @PathParam("rfqId") UUID rfqId,
            @PathParam("proposalId") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return proposals.proposal(scope.get(), rfqId, id, Language.of(acceptLanguage));
    }
}
