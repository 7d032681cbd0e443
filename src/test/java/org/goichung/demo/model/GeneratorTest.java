package org.goichung.demo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.goichung.demo.model.Generator.Staff;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.TaxCode;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<Staff> staffs = Generator.staffs(TODAY);
    private final List<DemoWorker> workers =
            staffs.stream().flatMap(staff -> staff.workers().stream()).toList();

    @Test
    void there_are_6000_workers_at_12_enterprises_of_200_to_1200() {
        assertThat(staffs).hasSize(12).allSatisfy(staff -> assertThat(
                        staff.workers().size())
                .isBetween(200, 1200)
                .isEqualTo(staff.enterprise().workers()));
        assertThat(workers).hasSize(6000);
        assertThat(DemoEnterprise.all())
                .allSatisfy(one -> assertThat(TaxCode.read(one.taxCode())).isPresent());
        assertThat(DemoEnterprise.all()).extracting(DemoEnterprise::taxCode).doesNotHaveDuplicates();
    }

    @Test
    void the_same_people_come_out_of_every_run() {
        assertThat(Generator.staffs(TODAY)).isEqualTo(staffs);
        assertThat(Generator.staffs(TODAY.plusYears(1)).getFirst().workers())
                .extracting(DemoWorker::msisdn)
                .containsExactlyElementsOf(staffs.getFirst().workers().stream()
                        .map(DemoWorker::msisdn)
                        .toList());
    }

    @Test
    void every_person_has_a_citizen_id_and_a_number_of_their_own() {
        assertThat(workers)
                .extracting(DemoWorker::nationalId)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(NationalId.read(id)).isPresent());
        assertThat(workers)
                .extracting(DemoWorker::msisdn)
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(Msisdn.read(number)).isPresent());
    }

    @Test
    void the_spread_is_honest() {
        double spend = workers.stream()
                .map(DemoWorker::monthlyTelecomSpendVnd)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .average()
                .orElseThrow();
        assertThat(spend).isBetween(88_000.0, 108_000.0);
        assertThat(share(worker -> worker.birthYear() != null && TODAY.getYear() - worker.birthYear() > 40))
                .isBetween(0.3, 0.55);
        assertThat(share(worker -> Boolean.FALSE.equals(worker.smartphone()))).isBetween(0.1, 0.3);
        assertThat(share(worker -> worker.lapses() != null && worker.lapses() > 0))
                .isBetween(0.2, 0.6);
        assertThat(share(worker -> worker.monthlyTelecomSpendVnd() == null)).isBetween(0.05, 0.15);
        assertThat(share(worker -> worker.employedTo() != null)).isBetween(0.01, 0.04);
        assertThat(workers).allSatisfy(worker -> {
            assertThat(worker.employedFrom()).isBefore(TODAY);
            if (worker.employedTo() != null)
                assertThat(worker.employedTo()).isAfter(worker.employedFrom()).isBefore(TODAY);
        });
    }

    @Test
    void ms_chua_and_ms_hong_are_among_them() {
        assertThat(workers).extracting(DemoWorker::fullName).containsOnlyOnce(Generator.MS_CHUA, Generator.MS_HONG);
        DemoWorker hong = workers.stream()
                .filter(worker -> worker.fullName().equals(Generator.MS_HONG))
                .findFirst()
                .orElseThrow();
        assertThat(hong.birthYear()).isEqualTo(TODAY.getYear() - 47);
        assertThat(hong.monthlyTelecomSpendVnd()).isEqualTo(100_000);
        assertThat(hong.lapses()).isPositive();
    }

    private double share(java.util.function.Predicate<DemoWorker> of) {
        return workers.stream().filter(of).count() / (double) workers.size();
    }
}
