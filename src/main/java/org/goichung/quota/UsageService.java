package org.goichung.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.model.UsageRow;
import org.goichung.quota.store.EnrolmentUsageBook;
import org.goichung.quota.store.GrantCalendar;
import org.goichung.quota.store.Retention;
import org.goichung.quota.store.UsageLedger;
import org.goichung.quota.store.UsageParking;
import org.jspecify.annotations.Nullable;

/** Usage's door: what carriers report, and what of it is parked. */
@ApplicationScoped
public class UsageService {
    /** What one transaction takes: many, since each changes every pool and day that it counts in once. */
    public static final int CHUNK = 16_384;

    /** Carriers' clocks may be ahead of ours by so much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final UsageLedger ledger;
    private final UsageParking parking;
    private final GrantCalendar calendar;
    private final EnrolmentUsageBook enrolments;
    private final Retention retention;
    private final Keys keys;
    private final Clock clock;

    public UsageService(
            UsageLedger ledger,
            UsageParking parking,
            GrantCalendar calendar,
            EnrolmentUsageBook enrolments,
            Retention retention,
            Keys keys,
            Clock clock) {
        this.ledger = ledger;
        this.parking = parking;
        this.calendar = calendar;
        this.enrolments = enrolments;
        this.retention = retention;
        this.keys = keys;
        this.clock = clock;
    }

    /** The starts that are taken at this instant. */
    public record Window(Instant oldest, Instant newest) {}

    public Window window() {
        Instant now = clock.instant();
        return new Window(now.minus(Duration.ofDays(retention.usageDays())), now.plus(AHEAD));
    }

    /** Makes at most {@link #CHUNK} events of one carrier ready to be recorded. Takes a while: not for an event loop. */
    public UsageChunk prepare(List<UsageEvent> events) {
        if (events.size() > CHUNK) throw new IllegalArgumentException("a chunk of " + events.size());
        List<UsageRow> rows = new ArrayList<>(events.size());
        for (UsageEvent event : events) rows.add(row(event));
        return new UsageChunk(rows);
    }

    /** Takes the events, all or none; one outcome per event, in their order. */
    public Uni<List<UsageOutcome>> record(CarrierId carrier, UsageChunk chunk) {
        return calendar.upToDate()
                .chain(() -> ledger.take(carrier, chunk.firsts()))
                .chain(told ->
                        ledger.contents(carrier, chunk.unclear(told)).map(recorded -> chunk.outcomes(told, recorded)));
    }

    /**
     * A carrier's own, oldest first; the admin sees those of all, without numbers. 404 for another carrier's, as for an unknown one.
     */
    public Uni<Page<ParkedUsageView>> parked(Scope scope, ParkedFilter wanted, PageRequest page) {
        boolean all = scope.role() == Role.ADMIN;
        return parking.find(all ? wanted : wanted.of(own(scope, wanted.carrier())), page)
                .map(rows -> Page.of(rows, page, each -> List.of(each.parkedAt(), each.carrierId(), each.id())))
                .map(found -> all ? found.map(ParkedUsageView::withoutNumber) : found);
    }

    private static CarrierId own(Scope scope, @Nullable CarrierId named) {
        CarrierId own = scope.requireCarrier();
        if (named != null && !named.equals(own)) throw Refusal.notFound();
        return own;
    }

    /** Matches the carrier's parked events again. */
    public Uni<ReplayView> replay(Scope scope) {
        CarrierId carrier = scope.requireCarrier();
        return calendar.upToDate().chain(() -> ledger.replay(carrier)).chain(replayed -> parking.count(carrier)
                .map(parked -> new ReplayView(replayed, parked)));
    }

    /** The first day whose usage is known whole; what is older is forgotten. */
    public LocalDate knownFrom() {
        return clock.today().minusDays(retention.usageDays());
    }

    /** What one enrolment used, by day and part of the day. In-house: whoever asks has looked whose it is. */
    public Uni<List<EnrolmentUsage>> ofEnrolment(
            UUID enrolmentId, LocalDate from, LocalDate until, List<DayWindow> parts) {
        return enrolments.days(enrolmentId, from, until, parts);
    }

    /** Keeps the sums and forgets whose usage it was. */
    public Uni<Void> forgetEnrolments(Collection<UUID> enrolmentIds) {
        return enrolments.forget(enrolmentIds);
    }

    private UsageRow row(UsageEvent event) {
        var hash = ByteBuffer.wrap(keys.requestHash(UsageRow.content(event)));
        return new UsageRow(
                event,
                new UUID(hash.getLong(), hash.getLong()),
                keys.blindIndex(PersonalData.Kind.MSISDN, event.msisdn()),
                null,
                null);
    }
}
