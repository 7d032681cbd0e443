package org.goichung.quota.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.ParkedCause;
import org.goichung.quota.ParkedFilter;
import org.goichung.quota.ParkedUsageView;
import org.goichung.quota.ReplayView;
import org.goichung.quota.UsageService;
import org.jspecify.annotations.Nullable;

/** Parked usage: a carrier's own, and for the admin how much there is of all. Takes no key: an event counts once, however often it is replayed. */
@Path("/v1/usage-quarantine")
public class UsageQuarantineResource {
    private final UsageService usage;
    private final CurrentScope scope;

    public UsageQuarantineResource(UsageService usage, CurrentScope scope) {
        this.usage = usage;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.CARRIER, Roles.ADMIN})
    public Uni<Page<ParkedUsageView>> list(
            @BeanParam Wanted wanted,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        ParkedFilter filter = wanted.filter();
        return usage.parked(scope.get(), filter, PageRequest.of(after, limit, filter.parts()));
    }

    /** What narrows the list. */
    static class Wanted {
        @QueryParam("cause")
        @Nullable
        String cause;

        @QueryParam("carrierId")
        @Nullable
        UUID carrierId;

        @QueryParam("parkedFrom")
        @Nullable
        String parkedFrom;

        @QueryParam("parkedBefore")
        @Nullable
        String parkedBefore;

        @QueryParam("minAgeSeconds")
        @Nullable
        String minAgeSeconds;

        @QueryParam("maxAgeSeconds")
        @Nullable
        String maxAgeSeconds;

        ParkedFilter filter() {
            return new ParkedFilter(
                    carrierId == null ? null : new CarrierId(carrierId),
                    cause == null ? null : causeOf(cause),
                    null,
                    parkedFrom == null ? null : Asked.instant("?parkedFrom", parkedFrom),
                    parkedBefore == null ? null : Asked.instant("?parkedBefore", parkedBefore),
                    age("?minAgeSeconds", minAgeSeconds),
                    age("?maxAgeSeconds", maxAgeSeconds));
        }

        private static ParkedCause causeOf(String word) {
            return ParkedCause.ofWireName(word)
                    .orElseThrow(() -> Refusal.field(ProblemType.INVALID_REQUEST, "?cause", "unknown-cause"));
        }

        private static @Nullable Duration age(String pointer, @Nullable String seconds) {
            if (seconds == null) return null;
            long count = Asked.count(pointer, seconds);
            if (count > ParkedFilter.OLDEST.toSeconds())
                throw Refusal.field(ProblemType.INVALID_REQUEST, pointer, "not-a-count");
            return Duration.ofSeconds(count);
        }
    }

    @POST
    @Path("/replay")
    @RolesAllowed(Roles.CARRIER)
    public Uni<ReplayView> replay() {
        return usage.replay(scope.get());
    }
}
