package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.goichung.catalog.CatalogService;
import org.goichung.enrolment.model.Activation;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.store.ActivationStore;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.OutboxReceiver;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.WorkforceService;

/** A carrier that has switched a number on has said whose the number is: what was guessed by its prefix is a fact from then on. */
@ApplicationScoped
public class CarrierAnswers implements OutboxReceiver {
    private static final Scope SYSTEM = Scope.system("carrier-answers");

    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final ActivationStore activations;
    private final WorkforceService workforce;
    private final CatalogService catalog;

    public CarrierAnswers(
            Transactions transactions,
            EnrolmentStore enrolments,
            ActivationStore activations,
            WorkforceService workforce,
            CatalogService catalog) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.activations = activations;
        this.workforce = workforce;
        this.catalog = catalog;
    }

    @Override
    public Set<String> types() {
        return Set.of(EnrolmentEvents.ACTIVATED);
    }

    /** Of a person who was erased, or has another number by now, nothing is learnt. */
    @Override
    public Uni<Void> receive(Delivery event) {
        return answered(event.subject())
                .chain(answer -> workforce
                        .lineOf(answer.enrolment().subject().worker())
                        .chain(line -> line.msisdn().equals(answer.order().msisdn())
                                ? learn(answer.enrolment())
                                : Uni.createFrom().voidItem()))
                .onFailure(Refusal.class)
                .recoverWithNull();
    }

    private record Answer(Enrolment enrolment, Activation order) {}

    private Uni<Answer> answered(UUID enrolment) {
        return transactions.read(session -> {
            var connection = Statements.of(session);
            return enrolments.require(connection, SYSTEM, enrolment).chain(found -> activations
                    .ofEnrolment(connection, enrolment)
                    .map(order -> new Answer(found, order)));
        });
    }

    private Uni<Void> learn(Enrolment enrolment) {
        var subject = enrolment.subject();
        return catalog.carrier(subject.carrier())
                .chain(carrier -> workforce.carrierKnown(SYSTEM, subject.worker(), carrier.code()));
    }
}
