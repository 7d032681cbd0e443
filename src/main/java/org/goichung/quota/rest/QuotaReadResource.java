package org.goichung.quota.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.EntryView;
import org.goichung.quota.Period;
import org.goichung.quota.PoolView;
import org.goichung.quota.QuotaService;
import org.goichung.quota.UsageDayView;
import org.jspecify.annotations.Nullable;

/** An enterprise's quota as it stands, its entries and its usage. */
@Path("/v1/enterprises/{enterpriseId}/quota")
@RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR})
public class QuotaReadResource {
    /** A month or a day, of years of four digits. */
    private static final Pattern CALENDAR = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

    private final QuotaService quota;
    private final CurrentScope scope;
    private final Clock clock;

    public QuotaReadResource(QuotaService quota, CurrentScope scope, Clock clock) {
        this.quota = quota;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    public Uni<Page<PoolView>> pools(
            @PathParam("enterpriseId") UUID enterpriseId,
            @QueryParam("period") @Nullable String period,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Period asked = period == null ? null : read("?period", period, Period::parse);
        return quota.pools(
                scope.get(),
                new EnterpriseId(enterpriseId),
                asked,
                PageRequest.of(after, limit, "pools", enterpriseId, asked));
    }

    @GET
    @Path("/entries")
    public Uni<Page<EntryView>> entries(
            @PathParam("enterpriseId") UUID enterpriseId,
            @QueryParam("poolId") @Nullable UUID poolId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return quota.entries(
                scope.get(),
                new EnterpriseId(enterpriseId),
                poolId,
                PageRequest.of(after, limit, "entries", enterpriseId, poolId));
    }

    /** From the first of the month to today where no days are given. */
    @GET
    @Path("/usage")
    public Uni<Page<UsageDayView>> usage(
            @PathParam("enterpriseId") UUID enterpriseId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        LocalDate today = clock.today();
        LocalDate first = from == null ? today.withDayOfMonth(1) : read("?from", from, LocalDate::parse);
        LocalDate last = to == null ? today : read("?to", to, LocalDate::parse);
        return quota.usage(
                scope.get(),
                new EnterpriseId(enterpriseId),
                first,
                last,
                PageRequest.of(after, limit, "usage", enterpriseId, first, last));
    }

    private interface Reading<T> {
        T of(String text);
    }

    private static <T> T read(String pointer, String text, Reading<T> reading) {
        try {
            if (CALENDAR.matcher(text).matches()) return reading.of(text);
        } catch (DateTimeException notADate) {
            // told below
        }
        throw Refusal.field(ProblemType.INVALID_REQUEST, pointer, "not-a-date");
    }
}
