package org.goichung.partner.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.quota.ParkedCause;
import org.goichung.quota.ParkedFilter;
import org.goichung.quota.ParkedUsageView;
import org.goichung.quota.UsageService;
import org.goichung.workforce.Msisdn;
import org.jspecify.annotations.Nullable;

/** Parked usage by number: a body, since a number never stands in a URL. */
@Path("/v1/usage-quarantine/searches")
public class ParkedSearchResource {
    private final UsageService usage;
    private final CurrentScope scope;

    public ParkedSearchResource(UsageService usage, CurrentScope scope) {
        this.usage = usage;
        this.scope = scope;
    }

    @POST
    @RolesAllowed(Roles.CARRIER)
    public Uni<Page<ParkedUsageView>> search(@Valid @NotNull ParkedSearch wanted) {
        ParkedFilter filter = wanted.filter();
        return usage.parked(scope.get(), filter, PageRequest.of(wanted.after(), wanted.limit(), filter.parts()));
    }

    /** What is absent does not matter. */
    record ParkedSearch(
            @Nullable @Size(max = 40) String msisdn,
            @Nullable ParkedCause cause,
            @Nullable Instant parkedFrom,
            @Nullable Instant parkedBefore,
            @Nullable @PositiveOrZero @Max(MOST_SECONDS) Long minAgeSeconds,
            @Nullable @PositiveOrZero @Max(MOST_SECONDS) Long maxAgeSeconds,
            @Nullable String after,
            @Nullable Integer limit) {
        private static final long MOST_SECONDS = 316_224_000;

        ParkedFilter filter() {
            return new ParkedFilter(
                    null,
                    cause,
                    msisdn == null ? null : Msisdn.parse(msisdn).e164(),
                    parkedFrom,
                    parkedBefore,
                    minAgeSeconds == null ? null : Duration.ofSeconds(minAgeSeconds),
                    maxAgeSeconds == null ? null : Duration.ofSeconds(maxAgeSeconds));
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "ParkedSearch[…]";
        }
    }
}
