package org.goichung.quota.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.BalanceService;
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
    private final QuotaService quota;
    private final BalanceService balances;
    private final CurrentScope scope;
    private final Clock clock;

    public QuotaReadResource(QuotaService quota, BalanceService balances, CurrentScope scope, Clock clock) {
        this.quota = quota;
        this.balances = balances;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    public Uni<Page<PoolView>> pools(
            @PathParam("enterpriseId") UUID enterpriseId,
            @QueryParam("period") @Nullable String period,
            @QueryParam("at") @Nullable String at,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        var enterprise = new EnterpriseId(enterpriseId);
        @Nullable Period month = period == null ? null : Asked.period("?period", period);
        @Nullable Instant instant = at == null ? null : Asked.instant("?at", at);
        var page = PageRequest.of(after, limit, "pools", enterpriseId, month, instant);
        return instant == null
                ? quota.pools(scope.get(), enterprise, month, page)
                : balances.poolsAt(scope.get(), enterprise, month, instant, page);
    }

    @GET
    @Path("/pools/{poolId}")
    public Uni<PoolView> pool(
            @PathParam("enterpriseId") UUID enterpriseId,
            @PathParam("poolId") UUID poolId,
            @QueryParam("at") @Nullable String at,
            @QueryParam("entry") @Nullable String entry) {
        var enterprise = new EnterpriseId(enterpriseId);
        if (at != null && entry != null) throw Refusal.field(ProblemType.INVALID_REQUEST, "?entry", "not-together");
        if (at != null) return balances.poolAt(scope.get(), enterprise, poolId, Asked.instant("?at", at));
        if (entry != null) return balances.poolBehind(scope.get(), enterprise, poolId, Asked.count("?entry", entry));
        return balances.pool(scope.get(), enterprise, poolId);
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
        LocalDate first = from == null ? today.withDayOfMonth(1) : Asked.day("?from", from);
        LocalDate last = to == null ? today : Asked.day("?to", to);
        if (last.isBefore(first))
            throw Refusal.field(ProblemType.INVALID_REQUEST, to == null ? "?from" : "?to", "ends-before-start");
        return quota.usage(
                scope.get(),
                new EnterpriseId(enterpriseId),
                first,
                last,
                PageRequest.of(after, limit, "usage", enterpriseId, first, last));
    }
}
