package org.goichung.eligibility.store;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.catalog.PackageVersionView;
import org.goichung.eligibility.NegotiatedLine;
import org.goichung.eligibility.NegotiatedLines;
import org.goichung.eligibility.model.Candidate;
import org.goichung.eligibility.model.Clause;
import org.goichung.eligibility.model.Codes;
import org.goichung.eligibility.model.Days;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.Loops;
import org.goichung.subsidy.ProgrammeView;
import org.goichung.subsidy.SubsidyService;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.PlacesService;
import org.goichung.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;

/**
 * What can be had on a day, in memory and two seconds old at most: the catalogue as it is now, agreements' lines, and programmes. A
 * line without a programme is not offered, since nobody can be enrolled in it.
 */
@ApplicationScoped
public class Offers {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Scope SELF = Scope.system("eligibility");

    private record Shelf(
            LocalDate day,
            Map<UUID, PackageVersionView> versions,
            List<List<Candidate>> offTheShelf,
            Map<EnterpriseId, List<NegotiatedLine>> lines,
            List<ProgrammeView> programmes,
            Map<String, String> carrierNames,
            Set<EnterpriseId> withWifi,
            Map<EnterpriseId, List<List<Candidate>>> ways,
            Map<EnrolledPackage, Candidate> held) {}

    private final CatalogService catalog;
    private final SubsidyService subsidies;
    private final Instance<NegotiatedLines> negotiated;
    private final WorkforceService workforce;
    private final PlacesService places;
    private final Clock clock;
    private volatile @Nullable Shelf shelf;

    public Offers(
            CatalogService catalog,
            SubsidyService subsidies,
            Instance<NegotiatedLines> negotiated,
            WorkforceService workforce,
            PlacesService places,
            Clock clock) {
        this.catalog = catalog;
        this.subsidies = subsidies;
        this.negotiated = negotiated;
        this.workforce = workforce;
        this.places = places;
        this.clock = clock;
    }

    public boolean loaded() {
        return shelf != null;
    }

    /** What somebody of this enterprise has by an enrolment; null where it is another's, or by an agreement that is not for the day. */
    public @Nullable Candidate held(
            @Nullable EnterpriseId employer, @Nullable EnrolledPackage enrolled, LocalDate day) {
        if (enrolled == null || !enrolled.enterpriseId().equals(employer)) return null;
        Shelf now = now();
        boolean covered = now.lines().getOrDefault(employer, List.of()).stream()
                .anyMatch(line -> line.agreementId().equals(enrolled.agreementId()) && line.covers(day));
        if (!covered) return null;
        PackageVersionView version = now.versions().get(enrolled.packageVersionId());
        if (version == null) return null;
        return now.held().computeIfAbsent(enrolled, as -> Candidate.held(version, as));
    }

    /** The ways to each package: one off the shelf, or one per programme for each line of the enterprise's agreements on that day. */
    public List<List<Candidate>> ways(@Nullable EnterpriseId employer, LocalDate day) {
        Shelf now = now();
        if (employer == null || !now.lines().containsKey(employer)) return now.offTheShelf();
        return day.equals(now.day())
                ? now.ways().computeIfAbsent(employer, one -> ways(now, one, day))
                : ways(now, employer, day);
    }

    private List<List<Candidate>> ways(Shelf now, EnterpriseId employer, LocalDate day) {
        List<ProgrammeView> programmes = now.programmes().stream()
                .filter(programme -> programme.isFor(employer) && programme.runsOn(day))
                .toList();
        List<List<Candidate>> ways = new ArrayList<>();
        if (!programmes.isEmpty())
            for (NegotiatedLine line : now.lines().getOrDefault(employer, List.of()))
                if (line.runsOn(day)) ways.add(ways(line, version(now, line), programmes));
        ways.addAll(now.offTheShelf());
        return ways;
    }

    /** Whether the enterprise has wifi for its people. */
    public boolean hasWifi(EnterpriseId enterprise) {
        return now().withWifi().contains(enterprise);
    }

    /** By their codes; a code that is nobody's stands for itself. */
    public UnaryOperator<String> carrierNames() {
        Map<String, String> names = now().carrierNames();
        return code -> names.getOrDefault(code, code);
    }

    /** The codes there are, as they are held. */
    public Codes codesHeld() {
        return codes(now().carrierNames().keySet());
    }

    /** The codes there are, with those that were added just now. */
    public Uni<Codes> codes() {
        return catalog.carriers()
                .map(carriers -> codes(carriers.stream().map(CarrierView::code).collect(Collectors.toSet())));
    }

    private Codes codes(Set<String> carriers) {
        return new Codes(carriers, places::isProvince, places::isCommune);
    }

    /** Any version, from memory where it is on offer. */
    public Uni<PackageVersionView> version(UUID id) {
        Shelf now = shelf;
        PackageVersionView held = now == null ? null : now.versions().get(id);
        return held == null ? catalog.version(SELF, id) : Uni.createFrom().item(held);
    }

    void start(@Observes StartupEvent ready, Loops loops, CriteriaBook criteria) {
        refresh(criteria)
                .subscribe()
                .with(
                        done -> loops.every(PAUSE, "offers", () -> refresh(criteria)),
                        failure -> loops.every(PAUSE, "offers", () -> refresh(criteria)));
    }

    /** What is offered is shown with the criteria that it names, which were laid down before it. */
    private Uni<Void> refresh(CriteriaBook criteria) {
        LocalDate today = clock.today();
        LocalDate first = Days.first(today);
        return catalog.carriers().chain(carriers -> catalog.versionsOnOffer()
                .chain(versions -> subsidies.since(first).chain(programmes -> lines(first)
                        .chain(lines -> others(versions, lines)
                                .chain(others -> workforce
                                        .enterprisesWithWifi()
                                        .call(() -> criteria.lookUp(namesIn(versions, others, programmes)))
                                        .invoke(wifi -> shelf =
                                                shelf(today, carriers, versions, others, lines, programmes, wifi)))
                                .replaceWithVoid()))));
    }

    private static Set<String> namesIn(
            List<PackageVersionView> versions, List<PackageVersionView> others, List<ProgrammeView> programmes) {
        Set<String> lines = new HashSet<>();
        versions.forEach(version -> lines.addAll(version.criteria()));
        others.forEach(version -> lines.addAll(version.criteria()));
        programmes.forEach(programme -> lines.addAll(programme.criteria()));
        return Clause.names(lines);
    }

    private Uni<List<NegotiatedLine>> lines(LocalDate first) {
        return negotiated.isResolvable()
                ? negotiated.get().since(first)
                : Uni.createFrom().item(List.of());
    }

    /** The versions that agreements hold on to though they are no longer the current ones. */
    private Uni<List<PackageVersionView>> others(List<PackageVersionView> current, List<NegotiatedLine> lines) {
        var known = current.stream().map(PackageVersionView::id).collect(Collectors.toSet());
        return Multi.createFrom()
                .iterable(lines.stream()
                        .map(NegotiatedLine::packageVersionId)
                        .filter(id -> !known.contains(id))
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(this::version)
                .collect()
                .asList();
    }

    private static Shelf shelf(
            LocalDate today,
            List<CarrierView> carriers,
            List<PackageVersionView> current,
            List<PackageVersionView> others,
            List<NegotiatedLine> lines,
            List<ProgrammeView> programmes,
            Set<EnterpriseId> withWifi) {
        Map<UUID, PackageVersionView> versions = new HashMap<>();
        current.forEach(version -> versions.put(version.id(), version));
        others.forEach(version -> versions.put(version.id(), version));
        return new Shelf(
                today,
                Map.copyOf(versions),
                current.stream().map(Candidate::offTheShelf).map(List::of).toList(),
                lines.stream().collect(Collectors.groupingBy(NegotiatedLine::enterpriseId)),
                programmes,
                carriers.stream().collect(Collectors.toMap(CarrierView::code, CarrierView::name)),
                withWifi,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    private List<Candidate> ways(NegotiatedLine line, PackageVersionView version, List<ProgrammeView> programmes) {
        List<Candidate> ways = new ArrayList<>();
        for (ProgrammeView programme : programmes)
            ways.add(new Candidate(
                    version,
                    line.agreementId(),
                    programme,
                    line.priceVnd(),
                    subsidies.split(programme, line.priceVnd()).workerVnd()));
        return ways;
    }

    private static PackageVersionView version(Shelf now, NegotiatedLine line) {
        PackageVersionView version = now.versions().get(line.packageVersionId());
        if (version == null) throw new IllegalStateException("a line's version is not on the shelf");
        return version;
    }

    private Shelf now() {
        Shelf now = shelf;
        if (now == null) throw Refusal.of(ProblemType.UNAVAILABLE);
        return now;
    }
}
