package org.goichung.bench.inside;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.goichung.catalog.CatalogService;
import org.goichung.eligibility.AudienceQuery;
import org.goichung.eligibility.AudienceService;
import org.goichung.eligibility.EligibilityService;
import org.goichung.eligibility.LookupQuery;
import org.goichung.eligibility.LookupView;
import org.goichung.eligibility.model.Facts;
import org.goichung.eligibility.store.CriteriaBook;
import org.goichung.eligibility.store.FactsFollower;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.keys.PersonalData;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.WorkerFacts;
import org.goichung.workforce.WorkforceService;

/** What the benchmark of eligibility asks of the service from within. */
@Path("/bench/eligibility")
@PermitAll
public class EligibilityLevers {
    private static final Scope SELF = Scope.system("bench");
    private static final int NUMBERS = 1 << 16;

    private final FactsFollower facts;
    private final CriteriaBook criteria;
    private final EligibilityService eligibility;
    private final AudienceService audiences;
    private final CatalogService catalog;
    private final WorkforceService workforce;
    private final Transactions transactions;
    private final PersonalData personalData;

    public EligibilityLevers(
            FactsFollower facts,
            CriteriaBook criteria,
            EligibilityService eligibility,
            AudienceService audiences,
            CatalogService catalog,
            WorkforceService workforce,
            Transactions transactions,
            PersonalData personalData) {
        this.facts = facts;
        this.criteria = criteria;
        this.eligibility = eligibility;
        this.audiences = audiences;
        this.catalog = catalog;
        this.workforce = workforce;
        this.transactions = transactions;
        this.personalData = personalData;
    }

    /** @param cpuSeconds of the one thread that asked */
    public record Asked(long count, double seconds, double cpuSeconds) {}

    public record Held(int people, int most, int leftOut, long indexBytes, long builtMillis) {}

    public record Counted(int packages, double seconds, long qualified) {}

    public record Compared(long answers, long differences) {}

    @GET
    @Path("/held")
    public Held held() {
        var index = facts.index();
        return new Held(
                index.size(),
                index.most(),
                index.leftOut(),
                index.heapBytes(),
                facts.built().toMillis());
    }

    /** One thread asks how holders of random numbers, whose blind indexes are known, stand for a criterion. */
    @POST
    @Path("/probes")
    public Uni<Asked> probes(@QueryParam("people") int people, @QueryParam("millis") int millis) {
        return aside(() -> {
            byte[][] indexes = new byte[NUMBERS][];
            for (int i = 0; i < NUMBERS; i++)
                indexes[i] = personalData.blindIndex(
                        PersonalData.Kind.MSISDN,
                        Msisdn.parse(Crowd.number(pick(i, people))).e164());
            String[] names = criteria.all(facts.today()).stream()
                    .map(one -> one.name())
                    .sorted()
                    .toArray(String[]::new);
            var index = facts.index();
            return timed(millis, i -> {
                if (index.probe(indexes[i % NUMBERS], names[i % names.length]) == null)
                    throw new IllegalStateException("nobody has this number");
            });
        });
    }

    /** One thread looks up random numbers as they are written, all the way to the ranked and worded answer. */
    @POST
    @Path("/lookups")
    public Uni<Asked> lookups(@QueryParam("people") int people, @QueryParam("millis") int millis) {
        return aside(() -> {
            String[] numbers = IntStream.range(0, NUMBERS)
                    .mapToObj(i -> Crowd.number(pick(i, people)))
                    .toArray(String[]::new);
            return timed(millis, i -> {
                var query = new LookupQuery(numbers[i % NUMBERS], null, null, Language.VI);
                requireMatches(eligibility.lookup(SELF, query).await().indefinitely());
            });
        });
    }

    @GET
    @Path("/lookup")
    public Uni<LookupView> lookup(@QueryParam("person") int person) {
        return eligibility.lookup(SELF, new LookupQuery(Crowd.number(person), null, null, Language.VI));
    }

    /** The audience of every package on offer, one after the other. */
    @POST
    @Path("/audiences")
    public Uni<Counted> audiences() {
        return catalog.versionsOnOffer().chain(versions -> {
            long began = System.nanoTime();
            return Multi.createFrom()
                    .iterable(versions)
                    .onItem()
                    .transformToUniAndConcatenate(
                            version -> audiences.audience(SELF, new AudienceQuery(null, version.id(), null)))
                    .map(view -> view.qualified())
                    .collect()
                    .asList()
                    .map(counts -> new Counted(
                            versions.size(),
                            (System.nanoTime() - began) / 1e9,
                            counts.stream().mapToLong(count -> count).sum()));
        });
    }

    /** Changes people one by one, eight at a time, and says after how many milliseconds each was seen. */
    @POST
    @Path("/changes")
    public Uni<List<Double>> changes(@QueryParam("people") int people, @QueryParam("count") int count) {
        return Multi.createFrom()
                .items(IntStream.range(0, count).boxed())
                .onItem()
                .transformToUni(i -> change(pick(i, people), 1_000_000_000L + i))
                .merge(8)
                .collect()
                .asList();
    }

    private Uni<Double> change(int person, long spendVnd) {
        return transactions
                .systemPool()
                .preparedQuery("UPDATE worker SET monthly_telecom_spend_vnd = $2 WHERE id = $1")
                .execute(Tuple.of(Crowd.id(person), spendVnd))
                .chain(done -> seen(person, spendVnd, System.nanoTime()));
    }

    private Uni<Double> seen(int person, long spendVnd, long since) {
        Facts held = facts.index().byWorker(new org.goichung.platform.identity.WorkerId(Crowd.id(person)));
        Long now = held == null ? null : held.monthlyTelecomSpendVnd();
        if (now != null && now == spendVnd) return Uni.createFrom().item((System.nanoTime() - since) / 1e6);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(2))
                .chain(() -> seen(person, spendVnd, since));
    }

    /** So many people, each criterion asked by itself, against what the index's bits say. */
    @POST
    @Path("/differences")
    public Uni<Compared> differences(@QueryParam("people") int people) {
        var rules = criteria.all(facts.today());
        var day = facts.index().today();
        return workforce
                .factsSnapshot()
                .onItem()
                .transformToIterable(rows -> rows)
                .select()
                .first(people)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(row -> rules.stream()
                        .filter(one -> one.rule().standing(Facts.of(row), day).verdict()
                                != facts.index().probe(index(row), one.name()))
                        .count())
                .collect()
                .in(() -> new long[2], (sums, differing) -> {
                    sums[0] += rules.size();
                    sums[1] += differing;
                })
                .map(sums -> new Compared(sums[0], sums[1]));
    }

    private static byte[] index(WorkerFacts row) {
        return java.util.Objects.requireNonNull(row.msisdnIndex());
    }

    private static void requireMatches(LookupView view) {
        if (view.matches().isEmpty()) throw new IllegalStateException("nothing is on offer");
    }

    private static int pick(int i, int people) {
        return new SplittableRandom(i).nextInt(people);
    }

    private interface Step {
        void take(int i);
    }

    private static Asked timed(int millis, Step step) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long began = System.nanoTime();
        long until = began + millis * 1_000_000L;
        int count = 0;
        do for (int i = 0; i < 256; i++) step.take(count++ & Integer.MAX_VALUE);
        while (System.nanoTime() < until);
        return new Asked(
                count,
                (System.nanoTime() - began) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private static <T> Uni<T> aside(java.util.function.Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
