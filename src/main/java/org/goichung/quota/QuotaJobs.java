package org.goichung.quota;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.AgreementAmendmentService;
import org.goichung.negotiation.AgreementService;
import org.goichung.platform.outbox.OutboxReceiver;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.PeriodLedger;
import org.goichung.quota.store.PoolDays;
import org.goichung.quota.store.ReservationExpiry;
import org.goichung.quota.store.Retention;
import org.goichung.quota.store.TermStore;
import org.goichung.quota.store.UsageParking;

/** What moves the ledger without being asked: agreements, the calendar, and retention. Each may run on several instances at once. */
@ApplicationScoped
public class QuotaJobs implements OutboxReceiver {
    private static final int MONTHS_AHEAD = 3;

    private final AgreementService agreements;
    private final TermStore terms;
    private final AgreementAmendmentService amendments;
    private final GrantLedger grants;
    private final PeriodLedger periods;
    private final Upkeep upkeep;

    /** What runs out, what is summed up, and what is forgotten after its stated time. */
    @ApplicationScoped
    static class Upkeep {
        private final Retention retention;
        private final UsageParking parking;
        private final PoolDays days;
        private final ReservationExpiry expiry;

        Upkeep(Retention retention, UsageParking parking, PoolDays days, ReservationExpiry expiry) {
            this.retention = retention;
            this.parking = parking;
            this.days = days;
            this.expiry = expiry;
        }

        Uni<Void> expireReservations() {
            return expiry.expire().replaceWithVoid();
        }

        Uni<Void> sumDays() {
            return days.sum();
        }

        Uni<Long> purgeStrangers() {
            return parking.purgeStrangers();
        }

        Uni<Void> makeRoomAndForget() {
            return retention.makeRoom(MONTHS_AHEAD).chain(retention::forget);
        }
    }

    public QuotaJobs(
            AgreementService agreements,
            TermStore terms,
            AgreementAmendmentService amendments,
            GrantLedger grants,
            PeriodLedger periods,
            Upkeep upkeep) {
        this.agreements = agreements;
        this.terms = terms;
        this.amendments = amendments;
        this.grants = grants;
        this.periods = periods;
        this.upkeep = upkeep;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "agreement-in-force",
                "agreement-suspended",
                "agreement-resumed",
                "agreement-terminated",
                "agreement-expired",
                "agreement-amended");
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        return switch (event.type()) {
            case "agreement-in-force" ->
                agreements
                        .terms(event.subject())
                        .chain(agreed -> terms.remember(
                                agreed, Instant.parse(event.data().getString("at"))))
                        .chain(() -> grants.grantDue(event.subject()));
            case "agreement-suspended" -> terms.move(event.subject(), "suspended");
            case "agreement-amended" ->
                amendments
                        .terms(UUID.fromString(event.data().getString("amendmentId")))
                        .chain(terms::amend);
            case "agreement-terminated", "agreement-expired" -> terms.move(event.subject(), "ended");
            default -> terms.move(event.subject(), "in-force").chain(() -> grants.grantDue(event.subject()));
        };
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> calendar() {
        return grants.grantDue(null).chain(periods::advance);
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expireReservations() {
        return upkeep.expireReservations();
    }

    /** Yesterday is told of soon behind midnight. */
    @Scheduled(every = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sumDays() {
        return upkeep.sumDays();
    }

    /** At start and every hour. */
    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> partitionsAndRetention() {
        return upkeep.makeRoomAndForget();
    }

    /** Not at once: instances of a version that knows no purged numbers may still be about while they are replaced. */
    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> purgeStrangersNumbers() {
        return upkeep.purgeStrangers().replaceWithVoid();
    }
}
