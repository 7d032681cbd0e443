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
import org.goichung.negotiation.AwardService;
import org.goichung.negotiation.AwardView;
import org.goichung.negotiation.NewAward;
import org.goichung.negotiation.NewVote;
import org.goichung.negotiation.RatificationService;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Awards of an RFQ and the members' votes on them, over HTTP. */
@Path("/v1/rfqs")
public class AwardResource {
    private final AwardService awards;
    private final RatificationService ratifications;
    private final Once once;
    private final CurrentScope scope;

    public AwardResource(AwardService awards, RatificationService ratifications, Once once, CurrentScope scope) {
        this.awards = awards;
        this.ratifications = ratifications;
        this.once = once;
        this.scope = scope;
    }

    @POST
    @Path("/{rfqId}/award")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> award(
            @PathParam("rfqId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewAward wanted) {
        return once.answer(() ->
                awards.award(scope.get(), id, ifMatch, wanted).map(award -> Answer.ok(award, award.rfqVersion())));
    }

    @GET
    @Path("/{rfqId}/awards")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Page<AwardView>> list(
            @PathParam("rfqId") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return awards.awards(scope.get(), id, PageRequest.of(after, limit, id));
    }

    @POST
    @Path("/{rfqId}/ratifications")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> vote(@PathParam("rfqId") UUID id, @Valid @NotNull NewVote cast) {
        return once.answer(() -> ratifications
                .vote(scope.get(), id, cast)
                .map(award -> Answer.created("/v1/rfqs/" + id + "/awards", award)));
    }
}
