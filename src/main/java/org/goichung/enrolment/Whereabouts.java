package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.model.Leaving;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.time.Clock;
import org.goichung.workforce.Employment;
import org.goichung.workforce.WorkerLine;
import org.goichung.workforce.WorkforceService;

/** Where the people of enrolments are: on which number now, and whether they still work there. */
@ApplicationScoped
public class Whereabouts {
    private final WorkforceService workforce;
    private final Clock clock;

    public Whereabouts(WorkforceService workforce, Clock clock) {
        this.workforce = workforce;
        this.clock = clock;
    }

    /** 404 for one who is erased. */
    Uni<WorkerLine> lineOf(Enrolment enrolment) {
        return workforce.lineOf(enrolment.subject().worker());
    }

    Uni<Optional<Leaving>> leaving(Enrolment enrolment) {
        return leaving(List.of(enrolment)).map(left -> Optional.ofNullable(left.get(enrolment.id())));
    }

    /** By the enrolments' ids, those whose people no longer work there. */
    Uni<Map<UUID, Leaving>> leaving(List<Enrolment> enrolments) {
        List<WorkerId> workers = enrolments.stream()
                .map(each -> each.subject().worker())
                .distinct()
                .toList();
        return workforce.employments(workers).map(employments -> leaving(enrolments, employments, clock.instant()));
    }

    private static Map<UUID, Leaving> leaving(List<Enrolment> enrolments, List<Employment> employments, Instant now) {
        Map<WorkerId, List<Employment>> ofWorker =
                employments.stream().collect(Collectors.groupingBy(Employment::workerId));
        Map<UUID, Leaving> left = new HashMap<>();
        for (Enrolment each : enrolments) {
            var subject = each.subject();
            Leaving.of(subject.enterprise(), ofWorker.getOrDefault(subject.worker(), List.of()), now)
                    .ifPresent(leaving -> left.put(each.id(), leaving));
        }
        return left;
    }
}
