package org.goichung.enrolment;

import java.util.Map;
import java.util.Set;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.problem.ProblemType;

/** What is told of an enrolment: ids and states, never who it is. All of one enrolment's events share its id as key. */
final class EnrolmentEvents {
    static final String CREATED = "enrolment-created";
    static final String CONSENTED = "enrolment-consented";
    static final String RAN_SHORT = "enrolment-ran-short";
    static final String ORDERED = "enrolment-ordered";
    static final String REFUSED = "enrolment-refused";
    static final String ACTIVATED = "enrolment-activated";
    static final String PAUSED = "enrolment-paused";
    static final String RESUMED = "enrolment-resumed";
    static final String EXITED = "enrolment-exited";

    private EnrolmentEvents() {}

    /** To the enterprise. */
    static Event of(String type, Enrolment enrolment) {
        return Event.of(
                type,
                enrolment.id(),
                Set.of(Audience.of(enrolment.subject().enterprise())),
                Map.of("state", enrolment.state().wireName()));
    }

    /** To the enterprise and the carrier, which has an order in hand. */
    static Event withCarrier(String type, Enrolment enrolment) {
        var subject = enrolment.subject();
        return Event.of(
                type,
                enrolment.id(),
                Set.of(Audience.of(subject.enterprise()), Audience.of(subject.carrier())),
                Map.of(
                        "state", enrolment.state().wireName(),
                        "packageVersionId", subject.packageVersionId().toString()));
    }

    /** To the enterprise: the quota was gone before the order went out. */
    static Event ranShort(Enrolment enrolment, ProblemType why) {
        return Event.of(
                RAN_SHORT,
                enrolment.id(),
                Set.of(Audience.of(enrolment.subject().enterprise())),
                Map.of("state", enrolment.state().wireName(), "reason", why.slug()));
    }

    /** @param why the carrier's own code */
    static Event refused(Enrolment enrolment, String why) {
        var subject = enrolment.subject();
        return Event.of(
                REFUSED,
                enrolment.id(),
                Set.of(Audience.of(subject.enterprise()), Audience.of(subject.carrier())),
                Map.of(
                        "state", enrolment.state().wireName(),
                        "packageVersionId", subject.packageVersionId().toString(),
                        "reason", why));
    }

    /** @param before as it stood before it ended, which says what has to be undone in the ledger */
    static Event exited(Enrolment before, Enrolment ended) {
        var subject = ended.subject();
        return Event.of(
                EXITED,
                ended.id(),
                switch (before.state()) {
                    case DRAFT, QUALIFIED, CONSENTED -> Set.of(Audience.of(subject.enterprise()));
                    case ORDERED, ACTIVE, PAUSED, LAPSED, NOTICE_OF_NON_USE, RECERTIFICATION_DUE, EXITED ->
                        Set.of(Audience.of(subject.enterprise()), Audience.of(subject.carrier()));
                },
                Map.of(
                        "from", before.state().wireName(),
                        "reason", String.valueOf(ended.exitReason()),
                        "at", String.valueOf(ended.exitedAt())));
    }
}
