package org.goichung.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.database.Ids;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Claim;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.store.DrawBatcher;
import org.goichung.quota.store.EnrolmentHolds;
import org.goichung.quota.store.GrantCalendar;
import org.goichung.quota.store.LineStore;
import org.goichung.quota.store.QuotaReader;
import org.goichung.quota.store.ReservationMoves;
import org.jspecify.annotations.Nullable;

/** The ledger's door: draws, reservations, an enrolment's holds and lines, and what is asked about quota. */
@ApplicationScoped
public class QuotaService {
    private final DrawBatcher batcher;
    private final ReservationMoves moves;
    private final EnrolmentHolds holds;
    private final LineStore lines;
    private final QuotaReader reader;
    private final GrantCalendar calendar;

    public QuotaService(
            DrawBatcher batcher,
            ReservationMoves moves,
            EnrolmentHolds holds,
            LineStore lines,
            QuotaReader reader,
            GrantCalendar calendar) {
        this.batcher = batcher;
        this.moves = moves;
        this.holds = holds;
        this.lines = lines;
        this.reader = reader;
        this.calendar = calendar;
    }

    /**
     * Who moves what of whose: with the request's idempotency claim, and the language a refusal is told in.
     *
     * @param since from when its deadline counts, as {@link System#nanoTime}: what the database has cost it before is in it
     */
    public record Move(Scope scope, EnterpriseId enterpriseId, Claim claim, Language language, long since) {}

    /** Takes an amount out of a pool for good. */
    public Uni<QuotaAnswer> draw(Move move, UUID poolId, long amount) {
        EnterpriseId enterprise = move.scope().requireOwn(move.enterpriseId());
        return settle(move, new Order.Draw(new PoolKey(enterprise, poolId), Ids.next(), amount));
    }

    /** Sets an amount aside until it is posted, voided or its time is over. */
    public Uni<QuotaAnswer> reserve(Move move, UUID poolId, long amount, long expiresInSeconds) {
        EnterpriseId enterprise = move.scope().requireOwn(move.enterpriseId());
        return settle(move, new Order.Reserve(new PoolKey(enterprise, poolId), Ids.next(), amount, expiresInSeconds));
    }

    /** Posts a reservation whole or in part; what is not posted goes back. */
    public Uni<QuotaAnswer> post(Move move, UUID reservationId, @Nullable Long amount) {
        EnterpriseId enterprise = move.scope().requireOwn(move.enterpriseId());
        return moves.poolOf(enterprise, reservationId)
                .chain(pool -> settle(move, new Order.Post(pool, reservationId, amount)));
    }

    public Uni<QuotaAnswer> voidReservation(Move move, UUID reservationId) {
        EnterpriseId enterprise = move.scope().requireOwn(move.enterpriseId());
        return moves.poolOf(enterprise, reservationId).chain(pool -> settle(move, new Order.Void(pool, reservationId)));
    }

    public Uni<Page<PoolView>> pools(Scope scope, EnterpriseId enterprise, @Nullable Period period, PageRequest page) {
        return reader.pools(scope.require(enterprise), period, page)
                .map(rows -> Page.of(rows, page, pool -> List.of(pool.id())));
    }

    public Uni<Page<EntryView>> entries(Scope scope, EnterpriseId enterprise, @Nullable UUID poolId, PageRequest page) {
        return reader.entries(scope.require(enterprise), poolId, page)
                .map(rows -> Page.of(rows, page, entry -> List.of(entry.poolId(), entry.number())));
    }

    /** Both days inclusive. */
    public Uni<Page<UsageDayView>> usage(
            Scope scope, EnterpriseId enterprise, LocalDate from, LocalDate to, PageRequest page) {
        return reader.usage(scope.require(enterprise), from, to, page)
                .map(rows -> Page.of(rows, page, day -> List.of(day.day(), day.agreementId(), day.packageVersionId())));
    }

    /**
     * Holds one line-cycle and, where the fund pays a share, its đồng for an enrolment, in the present period: both or neither. Asked
     * again for the same enrolment it gives the hold that stands. Refused with {@code quota-exhausted}, {@code pool-frozen} or
     * {@code period-closed}.
     *
     * @param fundVnd 0 where the fund pays nothing
     */
    public Uni<EnrolmentHold> holdForEnrolment(
            UUID enrolmentId,
            EnterpriseId enterpriseId,
            UUID agreementId,
            UUID packageVersionId,
            long fundVnd,
            Instant expiresAt) {
        var wanted =
                new EnrolmentHolds.Wanted(enrolmentId, enterpriseId, agreementId, packageVersionId, fundVnd, expiresAt);
        return calendar.upToDate().chain(() -> holds.hold(wanted));
    }

    /** Behind a sent order: the hold no longer expires by itself. Refused with {@code reservation-ended} where it has already. */
    public Uni<Void> keepHold(UUID enrolmentId) {
        return holds.keep(enrolmentId);
    }

    /** Posts to the period it was held in, closed or not. Refused with {@code reservation-ended} where it was given back. */
    public Uni<Void> postHold(UUID enrolmentId) {
        return holds.post(enrolmentId);
    }

    /** Gives it back; where nothing is held there is nothing to do. Refused with {@code reservation-ended} where it was posted. */
    public Uni<Void> voidHold(UUID enrolmentId) {
        return holds.release(enrolmentId);
    }

    /** From here on the number's usage counts for the enterprise. Once per enrolment while its line is open. */
    public Uni<Void> openLine(LineOpened line) {
        return lines.open(line);
    }

    public Uni<Void> closeLine(UUID enrolmentId, Instant at) {
        return lines.close(enrolmentId, at);
    }

    private Uni<QuotaAnswer> settle(Move move, Order order) {
        return batcher.submit(Claimed.of(move.claim(), move.language(), order), move.since())
                .map(settled -> Answers.of(order, settled));
    }
}
