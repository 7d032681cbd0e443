package org.goichung.quota.rest;

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
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.TransferAnswer;
import org.goichung.quota.TransferService;
import org.goichung.quota.TransferView;
import org.jspecify.annotations.Nullable;

/** Unused limit that goes back to the agreement or to another enterprise of it. */
@Path("/v1/enterprises/{enterpriseId}/quota")
@RolesAllowed(Roles.UNION_OFFICER)
public class TransferResource {
    private static final Set<String> STATES = Set.of("proposed", "accepted", "declined", "withdrawn", "expired");

    private final TransferService transfers;
    private final CurrentScope scope;
    private final Moves moves;

    TransferResource(TransferService transfers, CurrentScope scope, Moves moves) {
        this.transfers = transfers;
        this.scope = scope;
        this.moves = moves;
    }

    @POST
    @Path("/returns")
    public Uni<Response> giveBack(@PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull ReturnRequest request) {
        return transfers
                .giveBack(moves.of(enterpriseId), request.poolId(), request.amount())
                .map(moves::response);
    }

    @POST
    @Path("/transfers")
    public Uni<Response> propose(
            @PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull TransferRequest request) {
        return transfers
                .propose(
                        moves.of(enterpriseId),
                        request.poolId(),
                        new EnterpriseId(request.toEnterpriseId()),
                        request.amount())
                .map(moves::response);
    }

    @POST
    @Path("/transfers/{transferId}/accept")
    public Uni<Response> accept(
            @PathParam("enterpriseId") UUID enterpriseId, @PathParam("transferId") UUID transferId) {
        return answer(enterpriseId, transferId, TransferAnswer.ACCEPT);
    }

    @POST
    @Path("/transfers/{transferId}/decline")
    public Uni<Response> decline(
            @PathParam("enterpriseId") UUID enterpriseId, @PathParam("transferId") UUID transferId) {
        return answer(enterpriseId, transferId, TransferAnswer.DECLINE);
    }

    @POST
    @Path("/transfers/{transferId}/withdraw")
    public Uni<Response> withdraw(
            @PathParam("enterpriseId") UUID enterpriseId, @PathParam("transferId") UUID transferId) {
        return answer(enterpriseId, transferId, TransferAnswer.WITHDRAW);
    }

    @GET
    @Path("/transfers")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR})
    public Uni<Page<TransferView>> list(
            @PathParam("enterpriseId") UUID enterpriseId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        if (state != null && !STATES.contains(state))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "?state", "unknown-state");
        return transfers.list(
                scope.get(),
                new EnterpriseId(enterpriseId),
                state,
                PageRequest.of(after, limit, "transfers", enterpriseId, state));
    }

    private Uni<Response> answer(UUID enterpriseId, UUID transferId, TransferAnswer answer) {
        return transfers.answer(moves.of(enterpriseId), transferId, answer).map(moves::response);
    }
}
