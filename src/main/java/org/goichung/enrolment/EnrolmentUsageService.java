package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.CatalogService;
import org.goichung.catalog.PackageVersionView;
import org.goichung.enrolment.EnrolmentUsageView.CycleView;
import org.goichung.enrolment.EnrolmentUsageView.DayView;
import org.goichung.enrolment.EnrolmentUsageView.PartView;
import org.goichung.enrolment.model.CycleUse;
import org.goichung.enrolment.model.Cycles;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.VietnamDays;
import org.goichung.quota.DayWindow;
import org.goichung.quota.EnrolmentUsage;
import org.goichung.quota.UsageService;

/** What one worker used of their package: for the worker and for those who see the enrolment. */
@ApplicationScoped
public class EnrolmentUsageService {
    private static final Scope SYSTEM = Scope.system("enrolment");

    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final CatalogService catalog;
    private final UsageService usage;
    private final Clock clock;

    public EnrolmentUsageService(
            Transactions transactions,
            EnrolmentStore enrolments,
            CatalogService catalog,
            UsageService usage,
            Clock clock) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.usage = usage;
        this.clock = clock;
    }

    /** 404 where the enrolment is unknown or out of reach. */
    public Uni<EnrolmentUsageView> usage(Scope scope, UUID enrolmentId) {
        return transactions
                .read(session -> enrolments.require(Statements.of(session), scope, enrolmentId))
                .chain(enrolment -> catalog.version(SYSTEM, enrolment.subject().packageVersionId())
                        .chain(version -> usage(enrolment, version)));
    }

    private Uni<EnrolmentUsageView> usage(Enrolment enrolment, PackageVersionView version) {
        LocalDate told = usage.knownFrom();
        List<Cycles.Span> cycles = cycles(enrolment, version, told);
        if (cycles.isEmpty()) return Uni.createFrom().item(view(enrolment, version, told, List.of()));
        LocalDate first = cycles.getLast().from();
        return usage.ofEnrolment(
                        enrolment.id(),
                        first.isBefore(told) ? told : first,
                        cycles.getFirst().until(),
                        windows(version.allowance()))
                .map(days -> view(
                        enrolment,
                        version,
                        told,
                        cycles.stream()
                                .map(span -> cycle(version.allowance(), span, days))
                                .toList()));
    }

    private List<Cycles.Span> cycles(Enrolment enrolment, PackageVersionView version, LocalDate told) {
        if (enrolment.activeFrom() == null) return List.of();
        LocalDate today = clock.today();
        LocalDate last = enrolment.exitedAt() == null ? today : VietnamDays.of(enrolment.exitedAt());
        return Cycles.between(
                version.cycle(), VietnamDays.of(enrolment.activeFrom()), told, last.isAfter(today) ? today : last);
    }

    private static EnrolmentUsageView view(
            Enrolment enrolment, PackageVersionView version, LocalDate told, List<CycleView> cycles) {
        return new EnrolmentUsageView(enrolment.id(), version.id(), version.cycle(), version.allowance(), told, cycles);
    }

    private static List<DayWindow> windows(Allowance allowance) {
        return allowance.dayParts().stream()
                .map(part -> new DayWindow(part.from(), part.until()))
                .toList();
    }

    private CycleView cycle(Allowance allowance, Cycles.Span span, List<EnrolmentUsage> all) {
        List<EnrolmentUsage> own =
                all.stream().filter(each -> span.holds(each.day())).toList();
        Map<LocalDate, Map<Integer, Long>> bytes = new TreeMap<>();
        Map<LocalDate, Long> events = new LinkedHashMap<>();
        for (EnrolmentUsage each : own) {
            bytes.computeIfAbsent(each.day(), day -> new LinkedHashMap<>()).merge(each.part(), each.bytes(), Long::sum);
            events.merge(each.day(), each.events(), Long::sum);
        }
        var use = new CycleUse(allowance, bytes);
        List<DayView> days = new ArrayList<>();
        bytes.forEach((day, parts) -> days.add(day(allowance, day, events.getOrDefault(day, 0L), parts)));
        return new CycleView(
                span.number(),
                span.from(),
                span.until(),
                span.holds(clock.today()),
                events.values().stream().mapToLong(Long::longValue).sum(),
                use.used(),
                use.left(),
                use.beyond(),
                use.chargeVnd(),
                parts(allowance, use, own),
                days);
    }

    private static DayView day(Allowance allowance, LocalDate day, long events, Map<Integer, Long> parts) {
        long used = parts.values().stream().mapToLong(Long::longValue).sum();
        Long cap = allowance.dataBytesPerDay();
        if (cap == null) return new DayView(day, events, used, null, null);
        long within = CycleUse.withinDay(allowance, parts);
        return new DayView(day, events, used, cap - within, used - within);
    }

    private static List<PartView> parts(Allowance allowance, CycleUse use, List<EnrolmentUsage> own) {
        List<PartView> parts = new ArrayList<>();
        for (int i = 0; i < allowance.dayParts().size(); i++) {
            DayPart part = allowance.dayParts().get(i);
            int place = i + 1;
            long used = own.stream()
                    .filter(each -> each.part() == place)
                    .mapToLong(EnrolmentUsage::bytes)
                    .sum();
            if (part.per() == DayPart.Per.CYCLE)
                parts.add(new PartView(part.from(), part.until(), used, use.leftOf(i)));
        }
        return parts;
    }
}
