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
import org.goichung.negotiation.Leaving;
import org.goichung.negotiation.MemberService;
import org.goichung.negotiation.MembershipView;
import org.goichung.negotiation.NewMember;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Joins and leaves of an RFQ's coalition, over HTTP. */
@Path("/v1/rfqs/{rfqId}/members")
public class MemberResource {
    private final MemberService members;
    private final Once once;
    private final CurrentScope scope;

    public MemberResource(MemberService members, Once once, CurrentScope scope) {
        this.members = members;
        this.once = once;
        this.scope = scope;
    }

    @POST
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> join(
            @PathParam("rfqId") UUID rfqId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewMember asked) {
        return once.answer(() -> members.join(scope.get(), rfqId, ifMatch, asked)
                .map(view -> Answer.created("/v1/rfqs/" + rfqId + "/members", view, version(view))));
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.AUDITOR})
    public Uni<Page<MembershipView>> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return members.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId));
    }

    @POST
    @Path("/{enterpriseId}/leave")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> leave(
            @PathParam("rfqId") UUID rfqId,
            @PathParam("enterpriseId") UUID enterpriseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Leaving leaving) {
        return once.answer(() -> members.leave(scope.get(), rfqId, new EnterpriseId(enterpriseId), ifMatch, leaving)
                .map(view -> Answer.ok(view, version(view))));
    }

    private static long version(MembershipView view) {
        return Objects.requireNonNull(view.rfqVersion());
    }
}
