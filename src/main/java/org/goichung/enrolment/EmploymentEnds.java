package org.goichung.enrolment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.store.EnrolmentCalendar;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.OutboxReceiver;
import org.goichung.platform.time.Clock;
import org.jboss.logging.Logger;

/**
 * Whoever leaves an enterprise no longer uses its quota: their enrolment ends from the day after their last one. It is looked at when
 * workforce tells of a last day, when a carrier acknowledges an order that was out meanwhile, and for everybody once a day, since a last
 * day may have been told long before it comes.
 */
@ApplicationScoped
public class EmploymentEnds implements OutboxReceiver {
    private static final Logger LOG = Logger.getLogger(EmploymentEnds.class);
    private static final Scope SYSTEM = Scope.system("employment-ends");
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final EnrolmentCalendar calendar;
    private final EnrolmentMoving moving;
    private final Whereabouts whereabouts;
    private final Clock clock;

    public EmploymentEnds(
            Transactions transactions,
            EnrolmentStore enrolments,
            EnrolmentCalendar calendar,
            EnrolmentMoving moving,
            Whereabouts whereabouts,
            Clock clock) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.calendar = calendar;
        this.moving = moving;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("employment-ended", EnrolmentEvents.ACTIVATED);
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        UUID subject = event.subject();
        Uni<List<Enrolment>> concerned = event.type().equals(EnrolmentEvents.ACTIVATED)
                ? transactions
                        .read(session -> enrolments.require(Statements.of(session), SYSTEM, subject))
                        .map(List::of)
                : transactions.read(session -> enrolments.openOf(Statements.of(session), subject));
        return concerned
                .onItem()
                .transformToMulti(each -> Multi.createFrom().iterable(each))
                .onItem()
                .transformToUniAndConcatenate(this::endIfLeft)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Each day once, whatever the number of instances; two at a time do no harm. */
    @Scheduled(identity = "employment-ends", every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> everyDay() {
        LocalDate today = clock.today();
        return calendar.checkedFor(today).chain(done -> done ? Uni.createFrom().voidItem() : lookAtAll(today));
    }

    /** The day is looked at again where one could not be ended. */
    private Uni<Void> lookAtAll(LocalDate today) {
        return lookAfter(FIRST, true)
                .chain(allWell ->
                        allWell ? calendar.check(today) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> lookAfter(UUID last, boolean wellSoFar) {
        return transactions
                .read(session -> enrolments.openAfter(Statements.of(session), last, AT_ONCE))
                .chain(page -> endThoseWhoLeft(page)
                        .chain(well -> page.size() < AT_ONCE
                                ? Uni.createFrom().item(well && wellSoFar)
                                : lookAfter(page.getLast().id(), well && wellSoFar)));
    }

    private Uni<Boolean> endThoseWhoLeft(List<Enrolment> page) {
        return whereabouts.leaving(page).chain(left -> Multi.createFrom()
                .iterable(page)
                .filter(each -> left.containsKey(each.id()))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> endIfLeft(each).replaceWith(true).onFailure().recoverWithItem(failure -> {
                            LOG.warnf("enrolment %s could not be ended, tried again later: %s", each.id(), failure);
                            return false;
                        }))
                .collect()
                .asList()
                .map(ends -> !ends.contains(false)));
    }

    /** Asked again under the lock: a last day may have been taken back meanwhile. */
    private Uni<Void> endIfLeft(Enrolment enrolment) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, SYSTEM, enrolment.id()).chain(held -> whereabouts
                    .leaving(held)
                    .chain(left -> left.isPresent()
                            ? moving.end(connection, SYSTEM, held, left.get()).replaceWithVoid()
                            : Uni.createFrom().voidItem()));
        });
    }
}
