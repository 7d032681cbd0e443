package org.goichung.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.goichung.dashboard.DemoNumbers;
import org.goichung.demo.model.DemoWorker;
import org.goichung.demo.model.Generator;
import org.goichung.workforce.Msisdn;
import org.jspecify.annotations.Nullable;

/** The numbers of the demo's made-up people: only for them does the demo show codes. */
@ApplicationScoped
class GeneratedNumbers implements DemoNumbers {
    private volatile @Nullable Set<String> numbers;

    @Override
    public Uni<Boolean> includes(String msisdn) {
        Set<String> known = numbers;
        if (known == null) numbers = known = generate();
        return Uni.createFrom().item(known.contains(msisdn));
    }

    /** The people are the same on every day. */
    private static Set<String> generate() {
        return Generator.staffs(LocalDate.EPOCH.plusYears(56)).stream()
                .flatMap(staff -> staff.workers().stream())
                .map(DemoWorker::msisdn)
                .map(number -> Msisdn.parse(number).e164())
                .collect(Collectors.toUnmodifiableSet());
    }
}
