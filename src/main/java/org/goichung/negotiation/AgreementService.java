package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.model.Agreement;
import org.goichung.negotiation.model.AgreementAllocation;
import org.goichung.negotiation.model.AgreementMove;
import org.goichung.negotiation.model.AgreementWhole;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.store.AgreementStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Agreements, from their ratification to their last day. */
@ApplicationScoped
public class AgreementService {
    private static final Scope CALENDAR = Scope.system("agreement-calendar");

    private final Transactions transactions;
    private final AgreementStore agreements;
    private final Proceedings proceedings;
    private final Clock clock;
    private final DueWork calendar;

    AgreementService(Transactions transactions, AgreementStore agreements, Proceedings proceedings, Clock clock) {
        this.transactions = transactions;
        this.agreements = agreements;
        this.proceedings = proceedings;
        this.clock = clock;
        this.calendar = new DueWork(
                "this agreement could not be started or ended:",
                transactions,
                clock,
                (session, now, without, most) ->
                        agreements.due(session, LocalDate.ofInstant(now, Clock.VIETNAM), without, most),
                this::moveDue);
    }

    public Uni<Page<AgreementView>> list(Scope scope, PageRequest page) {
        return transactions
                .read(session -> agreements.page(session, scope, page))
                .map(rows -> Page.of(
                                rows, page, whole -> List.of(whole.agreement().id()))
                        .map(whole -> AgreementView.of(whole, scope, clock.today())));
    }

    public Uni<AgreementView> agreement(Scope scope, UUID id) {
        return transactions
                .read(session -> agreements.require(session, id))
                .map(whole -> AgreementView.of(whole, scope, clock.today()));
    }

    public Uni<AgreementView> suspend(Scope scope, UUID id, @Nullable String ifMatch) {
        return moveByHand(scope, id, ifMatch, AgreementMove.SUSPEND);
    }

    public Uni<AgreementView> resume(Scope scope, UUID id, @Nullable String ifMatch) {
        return moveByHand(scope, id, ifMatch, AgreementMove.RESUME);
    }

    public Uni<AgreementView> terminate(Scope scope, UUID id, @Nullable String ifMatch) {
        return moveByHand(scope, id, ifMatch, AgreementMove.TERMINATE);
    }

    /** In-house: what other rooms need of an agreement, whatever its state. */
    public Uni<AgreementTerms> terms(UUID agreementId) {
        return transactions
                .read(session -> agreements.require(session, agreementId))
                .map(whole -> {
                    var agreement = whole.agreement();
                    return new AgreementTerms(
                            agreement.id(),
                            agreement.carrierId(),
                            agreement.leadBodyId(),
                            agreement.fromDate(),
                            agreement.untilDate(),
                            agreement.graceDays(),
                            agreement.rollOver(),
                            whole.allocations());
                });
    }

    /** In-house: what an enterprise's workers may have under agreements in force today. */
    public Uni<List<AgreementLineView>> linesFor(EnterpriseId enterprise) {
        LocalDate today = clock.today();
        return transactions
                .read(session -> agreements.inForceFor(session, enterprise))
                .map(wholes -> wholes.stream()
                        .filter(whole -> !whole.agreement().untilDate().isBefore(today))
                        .flatMap(whole -> whole.allocations().stream()
                                .filter(allocation -> allocation.enterpriseId().equals(enterprise))
                                .map(allocation -> new AgreementLineView(
                                        whole.agreement().id(),
                                        allocation.packageVersionId(),
                                        whole.agreement().carrierId(),
                                        allocation.priceVnd(),
                                        allocation.linesPerMonth())))
                        .toList());
    }

    /** An agreement for an offer that the members have ratified; in force at once where its first day has come. */
    Uni<Void> ratify(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            Offer offer,
            CarrierId carrier,
            List<PricedLine> lines) {
        OfferTerms terms = offer.content().terms();
        var lot = coalition.rfq().lot(terms.lot()).orElseThrow();
        var agreement = Agreement.ratify(Ids.next(), coalition.rfq(), lot, offer.id(), carrier, clock.instant());
        List<AgreementAllocation> allocations = lines.stream()
                .map(line -> new AgreementAllocation(Ids.next(), agreement.id(), line, terms))
                .toList();
        var whole = AgreementWhole.first(
                agreement,
                lot,
                terms,
                allocations.stream().map(AgreementAllocation::value).toList());
        return session.persist(agreement)
                .chain(session::flush)
                .chain(() -> session.persistAll(allocations.toArray()))
                .chain(session::flush)
                .chain(() -> note(session, scope, whole, "ratify", "agreement-ratified"))
                .chain(() -> agreement.dueToStart(clock.today())
                        ? move(session, scope, whole, AgreementMove.START)
                        : Uni.createFrom().voidItem());
    }

    /** Starts and ends agreements whose day has come. */
    Uni<Void> moveAllDue() {
        return calendar.doAll();
    }

    private Uni<Void> moveDue(Mutiny.Session session, UUID id) {
        LocalDate today = clock.today();
        return agreements
                .lockDue(session, id, today)
                .chain(due -> due
                        ? agreements.require(session, id).chain(whole -> startOrEnd(session, whole, today))
                        : Uni.createFrom().voidItem());
    }

    /** One that was to begin and to end since is started and ended. */
    private Uni<Void> startOrEnd(Mutiny.Session session, AgreementWhole whole, LocalDate today) {
        var agreement = whole.agreement();
        return (agreement.dueToStart(today)
                        ? move(session, CALENDAR, whole, AgreementMove.START)
                        : Uni.createFrom().voidItem())
                .chain(() -> agreement.dueToEnd(today)
                        ? move(session, CALENDAR, whole, AgreementMove.EXPIRE)
                        : Uni.createFrom().voidItem());
    }

    private Uni<AgreementView> moveByHand(Scope scope, UUID id, @Nullable String ifMatch, AgreementMove move) {
        return transactions.write(session -> agreements
                .lock(session, id)
                .invoke(whole -> {
                    whole.requireLead(scope);
                    Versions.require(ifMatch, whole.agreement().version());
                })
                .call(whole -> move(session, scope, whole, move))
                .map(whole -> AgreementView.of(whole, scope, clock.today())));
    }

    private Uni<Void> move(Mutiny.Session session, Scope scope, AgreementWhole whole, AgreementMove move) {
        whole.agreement().move(move);
        return session.flush().chain(() -> note(session, scope, whole, Machine.word(move), eventOf(move)));
    }

    private static String eventOf(AgreementMove move) {
        return switch (move) {
            case START -> "agreement-in-force";
            case SUSPEND -> "agreement-suspended";
            case RESUME -> "agreement-resumed";
            case TERMINATE -> "agreement-terminated";
            case EXPIRE -> "agreement-expired";
        };
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, AgreementWhole whole, String move, String event) {
        var agreement = whole.agreement();
        String state = agreement.state().word();
        Instant now = clock.instant();
        return proceedings
                .put(
                        session,
                        new Move(
                                agreement.rfqId(),
                                agreement.id(),
                                move,
                                state,
                                scope.principal(),
                                agreement.leadBodyId(),
                                null,
                                List.of(),
                                now))
                .chain(() -> proceedings.tell(
                        session,
                        scope,
                        Event.of(
                                event,
                                agreement.id(),
                                whole.audience(),
                                Map.of(
                                        "state",
                                        state,
                                        "at",
                                        agreement.since(now).toString()))));
    }
}
