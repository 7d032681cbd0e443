package org.goichung.catalog;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goichung.catalog.model.VersionRules;
import org.goichung.catalog.store.CarrierStore;
import org.goichung.catalog.store.PackageStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's door. What carriers sell is public to all but other carriers: a carrier sees its own packages only, so that nobody
 * reads a competitor's coming offer out of the catalogue.
 */
@ApplicationScoped
public class CatalogService {
    private final Transactions transactions;
    private final CarrierStore carriers;
    private final PackageStore packages;
    private final CriterionNames criteria;
    private final Journal journal;
    private final Clock clock;

    public CatalogService(
            Transactions transactions,
            CarrierStore carriers,
            PackageStore packages,
            CriterionNames criteria,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.carriers = carriers;
        this.packages = packages;
        this.criteria = criteria;
        this.journal = journal;
        this.clock = clock;
    }

    /** All carriers, by code. */
    public Uni<List<CarrierView>> carriers() {
        return transactions.read(session -> carriers.all(Statements.of(session)));
    }

    public Uni<CarrierView> carrier(CarrierId id) {
        return transactions
                .read(session -> carriers.one(Statements.of(session), id))
                .map(CatalogService::theOne);
    }

    /** A version, old or new; 404 where it is unknown or another carrier's. */
    public Uni<PackageVersionView> version(Scope scope, UUID packageVersionId) {
        return transactions
                .read(session -> packages.version(Statements.of(session), packageVersionId, onlyFor(scope)))
                .map(CatalogService::theOne);
    }

    /** The current version of each package of every carrier. In-house: for the look-up. */
    public Uni<List<PackageVersionView>> versionsOnOffer() {
        return transactions.read(session -> packages.newest(Statements.of(session)));
    }

    public Uni<Page<PackageView>> packages(Scope scope, @Nullable CarrierId ofCarrier, PageRequest page) {
        return transactions
                .read(session -> packages.newest(Statements.of(session), onlyFor(scope), ofCarrier, page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.code(), row.packageId()))
                        .map(PackageView::of));
    }

    /** One package with all its versions. */
    public Uni<PackageView> aPackage(Scope scope, UUID packageId) {
        return transactions.read(session -> history(Statements.of(session), scope, packageId));
    }

    public Uni<CarrierView> addCarrier(Scope scope, String code, String name, String shortCode) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return carriers.insert(connection, code, name, shortCode)
                    .call(carrier -> journal.record(
                            connection,
                            scope,
                            Event.of(
                                    "carrier-added",
                                    carrier.id().value(),
                                    Set.of(Audience.of(carrier.id())),
                                    Map.of("code", carrier.code()))));
        });
    }

    /** @param carrier whose package; a carrier may leave it out, and may name no other */
    public Uni<PackageView> publish(Scope scope, @Nullable CarrierId carrier, String code, NewVersion first) {
        CarrierId owner = ownerFor(scope, carrier);
        VersionRules.require(first, "/version", clock.today());
        return requireKnown(first.criteria(), "/version")
                .chain(() -> transactions.write(session -> {
                    var connection = Statements.of(session);
                    return carriers.one(connection, owner)
                            .invoke(found -> {
                                if (found.isEmpty())
                                    throw Refusal.field(ProblemType.INVALID_REQUEST, "/carrierId", "unknown-id");
                            })
                            .chain(found -> packages.insertPackage(connection, owner, code))
                            .call(id -> packages.insertVersion(connection, id, 1, first))
                            .chain(id -> history(connection, scope, id))
                            .call(view -> tell(connection, scope, view));
                }));
    }

    /** Adds the next version; earlier ones stay for those who agreed to them. */
    public Uni<PackageView> change(Scope scope, UUID packageId, @Nullable String ifMatch, NewVersion next) {
        VersionRules.require(next, "", clock.today());
        return requireKnown(next.criteria(), "")
                .chain(() -> transactions.write(session -> {
                    var connection = Statements.of(session);
                    return packages.lock(connection, packageId)
                            .chain(() -> history(connection, scope, packageId))
                            .invoke(before -> Versions.require(ifMatch, before.etag()))
                            .call(before -> packages.insertVersion(
                                    connection, packageId, before.current().version() + 1, next))
                            .chain(before -> history(connection, scope, packageId))
                            .call(view -> tell(connection, scope, view));
                }));
    }

    /**
     * In-house: a version of a package that was made for somebody, in the caller's transaction. It stands in no list and is sold to nobody
     * else; whoever has its id finds it. Does nothing where it is known.
     */
    public Uni<Void> addNegotiated(
            Statements connection, UUID packageVersionId, CarrierId carrier, String code, NewVersion version) {
        return packages.insertNegotiated(connection, packageVersionId, carrier, code, version);
    }

    /** Refuses an allowance whose parts contradict each other. */
    public static void requireSound(Allowance allowance, String pointer) {
        VersionRules.require(allowance, pointer);
    }

    /** A misspelt name would leave the package open for everybody, for ever. */
    private Uni<Void> requireKnown(List<String> lines, String pointer) {
        return criteria.unknownAmong(lines)
                .invoke(unknown -> {
                    List<FieldError> faults = IntStream.range(0, lines.size())
                            .filter(i -> unknown.contains(lines.get(i)))
                            .mapToObj(i -> FieldError.of(pointer + "/criteria/" + i, "unknown-criterion"))
                            .toList();
                    if (!faults.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), faults);
                })
                .replaceWithVoid();
    }

    private Uni<PackageView> history(Statements connection, Scope scope, UUID packageId) {
        return packages.versionsOf(connection, packageId, onlyFor(scope)).map(versions -> {
            if (versions.isEmpty()) throw Refusal.notFound();
            return PackageView.of(versions);
        });
    }

    private Uni<Void> tell(Statements connection, Scope scope, PackageView view) {
        return journal.record(
                connection,
                scope,
                Event.of(
                        "package-version-published",
                        view.id(),
                        Set.of(Audience.of(view.carrierId())),
                        Map.of(
                                "packageVersionId", view.current().id().toString(),
                                "version", view.current().version())));
    }

    private static CarrierId ownerFor(Scope scope, @Nullable CarrierId named) {
        if (scope.role() == Role.CARRIER) {
            CarrierId own = scope.requireCarrier();
            if (named != null && !named.equals(own)) throw Refusal.of(ProblemType.FORBIDDEN);
            return own;
        }
        if (named == null) throw Refusal.field(ProblemType.INVALID_REQUEST, "/carrierId", "not-null");
        return named;
    }

    private static @Nullable CarrierId onlyFor(Scope scope) {
        return scope.role() == Role.CARRIER ? scope.requireCarrier() : null;
    }

    private static <T> T theOne(List<T> found) {
        if (found.isEmpty()) throw Refusal.notFound();
        return found.getFirst();
    }
}
