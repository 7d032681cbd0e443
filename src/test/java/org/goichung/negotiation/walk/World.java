package org.goichung.negotiation.walk;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goichung.catalog.CatalogService;
import org.goichung.catalog.TestPackages;
import org.goichung.eligibility.EligibilityService;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** Three enterprises with their unions under one federation, three carriers with a package each, and a federation that is no part of it. */
final class World {
    static final long REFERENCE_VND = 100_000;
    static final List<String> CRITERIA = List.of("union-member");

    private static final List<Long> WORKERS = List.of(6L, 4L, 3L);
    private static final List<Long> RETAIL = List.of(90_000L, 95_000L, 100_000L);

    private final TestPeople people = new TestPeople();
    final UUID federation;
    final List<UUID> enterprises;
    final List<UUID> packages;
    final State.Given given;
    /** Some carrier's, for corrections of demand. */
    final String carrierCode;

    private final UUID stranger;
    private final List<UUID> unions;
    private final Map<Actor, UUID> accounts = new EnumMap<>(Actor.class);
    private final Map<Actor, String> logins = new EnumMap<>(Actor.class);

    World() {
        String top = people.unionBody("confederation", null, null);
        federation = UUID.fromString(people.unionBody("provincial-federation", top, null));
        stranger = UUID.fromString(people.unionBody("provincial-federation", top, null));
        enterprises = range(i -> people.enterprise());
        unions = range(i -> people.unionBody(
                "grassroots", federation.toString(), enterprises.get(i).toString()));
        standForLong();
        packages =
                range(i -> TestPackages.published(Door.admin(), carrier(i), Map.of("priceVnd", RETAIL.get(i)), Map.of())
                        .getString("current.id"));
        for (Actor official : List.of(Actor.LEAD, Actor.CLERK, Actor.WITNESS)) give(official, federation);
        give(Actor.STRANGER, stranger);
        hire();
        var carriers = await(() -> bean(CatalogService.class).carriers());
        carrierCode = carriers.getFirst().code();
        given = new State.Given(WORKERS, RETAIL, carriers.size());
    }

    private static List<UUID> range(java.util.function.IntFunction<String> made) {
        return IntStream.range(0, Actor.MANY)
                .mapToObj(i -> UUID.fromString(made.apply(i)))
                .toList();
    }

    /** Since before the day that walks begin on. */
    private void standForLong() {
        UUID[] all =
                Stream.concat(Stream.of(federation, stranger), unions.stream()).toArray(UUID[]::new);
        await(() -> Statements.of(bean(Transactions.class).systemPool())
                .update("UPDATE union_edge SET valid_from = DATE '2020-01-01' WHERE child_id = ANY ($1)", (Object)
                        all));
    }

    private void hire() {
        for (int i = 0; i < Actor.MANY; i++) {
            String steward = Door.steward(enterprises.get(i));
            for (long each = 0; each < WORKERS.get(i); each++)
                people.register(steward, enterprises.get(i).toString(), people.nationalId(), people.number());
        }
        long wanted = WORKERS.stream().mapToLong(each -> each).sum();
        Polling.until(() -> counted() >= wanted);
    }

    private long counted() {
        var ids = new HashSet<EnterpriseId>();
        enterprises.forEach(each -> ids.add(new EnterpriseId(each)));
        return await(() -> bean(EligibilityService.class).exactDemand(CRITERIA, ids)).values().stream()
                .flatMap(lines -> lines.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    static UUID carrier(int number) {
        return UUID.fromString("01900000-0000-7000-8000-00000000000" + (number + 1));
    }

    EnterpriseId enterprise(int number) {
        return new EnterpriseId(enterprises.get(number));
    }

    Scope scope(Actor actor) {
        int number = actor.number();
        if (actor.isCarrier())
            return new Scope(
                    principal(actor),
                    Role.CARRIER,
                    Set.of(),
                    Set.of(),
                    false,
                    new CarrierId(carrier(number)),
                    null,
                    null);
        Set<EnterpriseId> own = actor.isUnion() ? Set.of(enterprise(number)) : Set.of();
        Set<EnterpriseId> reach = actor.leads() ? Set.of(enterprise(0), enterprise(1), enterprise(2)) : own;
        UUID body = actor.isUnion() ? unions.get(number) : actor.leads() ? federation : stranger;
        return new Scope(principal(actor), Role.UNION_OFFICER, reach, own, false, null, new UnionBodyId(body), null);
    }

    private String principal(Actor actor) {
        UUID account = accounts.get(actor);
        return "account:" + (account != null ? account : UUID.nameUUIDFromBytes(new byte[] {(byte) actor.ordinal()}));
    }

    /** Of whoever may stand at a table, or of nobody. */
    String login(Actor actor) {
        return logins.getOrDefault(actor, "nobody");
    }

    private void give(Actor actor, UUID body) {
        String login = "walk-" + UUID.randomUUID();
        logins.put(actor, login);
        accounts.put(actor, await(() -> bean(Accounts.class)
                .put(login, "a test's password", Role.UNION_OFFICER, null, new UnionBodyId(body), null, null, false)));
    }
}
