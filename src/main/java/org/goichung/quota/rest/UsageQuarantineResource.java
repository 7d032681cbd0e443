package org.goichung.quota.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.quota.ParkedUsageView;
import org.goichung.quota.ReplayView;
import org.goichung.quota.UsageService;
import org.jspecify.annotations.Nullable;

/** A carrier's own parked usage. Takes no key: each event counts once, however often it is replayed. */
@Path("/v1/usage-quarantine")
@RolesAllowed(Roles.CARRIER)
public class UsageQuarantineResource {
    private final UsageService usage;
    private final CurrentScope scope;

    public UsageQuarantineResource(UsageService usage, CurrentScope scope) {
        this.usage = usage;
        this.scope = scope;
    }

    @GET
    public Uni<Page<ParkedUsageView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return usage.parked(scope.get(), PageRequest.of(after, limit));
    }

    @POST
    @Path("/replay")
    public Uni<ReplayView> replay() {
        return usage.replay(scope.get());
    }
}
