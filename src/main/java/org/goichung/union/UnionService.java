package org.goichung.union;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.ScopeSource;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.union.model.UnionBody;
import org.goichung.union.model.UnionEdge;
import org.goichung.union.store.ReachCache;
import org.goichung.union.store.UnionBodies;
import org.goichung.union.store.UnionTree;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The union tree's door. The tree itself is no secret; how far a body reaches is what the door of the house asks here. */
@ApplicationScoped
public class UnionService implements ScopeSource {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final UnionBodies bodies;
    private final UnionTree tree;
    private final Journal journal;
    private final Clock clock;
    private final ReachCache under = new ReachCache(REMEMBERED, System::nanoTime);
    private final ReachCache own = new ReachCache(REMEMBERED, System::nanoTime);

    public UnionService(Transactions transactions, UnionBodies bodies, UnionTree tree, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.tree = tree;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Set<EnterpriseId>> enterprisesUnder(UnionBodyId body) {
        return under.get(body, asked -> tree.enterprisesUnder(asked, clock.today()));
    }

    @Override
    public Uni<Set<EnterpriseId>> enterprisesOfGrassroots(UnionBodyId body) {
        return own.get(body, asked -> tree.enterprisesOf(asked, clock.today()));
    }

    /** In-house: the bodies that these enterprises belong to today, highest first, then by name. */
    public Uni<List<BodyOver>> bodiesOver(Set<EnterpriseId> enterprises) {
        return tree.bodiesOver(enterprises, clock.today());
    }

    public Uni<UnionBodyView> body(Scope scope, UnionBodyId id) {
        return transactions.read(session -> bodies.require(session, id.value()).chain(body -> viewOf(session, body)));
    }

    /** One page in the order of names. */
    public Uni<Page<UnionBodyView>> bodies(Scope scope, PageRequest page) {
        return transactions.read(session -> bodies.page(session, page)
                .map(rows -> Page.of(rows, page, body -> List.of(body.name(), body.id())))
                .chain(found -> viewsOf(session, found.items()).map(views -> new Page<>(views, found.next()))));
    }

    /** Those of these bodies that exist, in the order of names. */
    public Uni<List<UnionBodyView>> bodies(Scope scope, Collection<UnionBodyId> ids) {
        return transactions.read(session -> bodies.of(
                        session, ids.stream().map(UnionBodyId::value).toList())
                .chain(found -> viewsOf(session, found)));
    }

    /** Adds a body under its parent; refuses a level that does not fit and a second open union at one enterprise. */
    public Uni<UnionBodyView> create(Scope scope, NewUnionBody wanted) {
        var body = new UnionBody(Ids.next(), wanted.name(), wanted.level(), wanted.enterpriseId());
        LocalDate from = wanted.validFrom() == null ? clock.today() : wanted.validFrom();
        return transactions
                .write(session -> parentOf(session, wanted.parentId())
                        .invoke(body::requireMayStandUnder)
                        .call(() -> session.persist(body).call(session::flush))
                        .call(parent -> hang(session, body, parent, from))
                        .call(() -> tell(session, scope, "union-body-added", body))
                        .chain(() -> viewOf(session, body)))
                .onFailure(broken -> Violations.of(broken, "union_body_one_grassroots_per_enterprise"))
                .transform(
                        second -> Refusal.field(ProblemType.ALREADY_EXISTS, "/enterpriseId", "enterprise-has-a-union"))
                .onFailure(broken -> Violations.of(broken, "union_body_enterprise_id_fkey"))
                .transform(unknown -> Refusal.field(ProblemType.INVALID_REQUEST, "/enterpriseId", "unknown-enterprise"))
                .invoke(this::forgetReaches);
    }

    /** Hangs a body under another from a day on; the present edge ends the day before. A circle is refused. */
    public Uni<UnionBodyView> move(
            Scope scope, UnionBodyId id, UnionBodyId parentId, LocalDate from, @Nullable String ifMatch) {
        return transactions
                .write(session -> bodies.lockTree(session)
                        .chain(() -> bodies.require(session, id.value()))
                        .invoke(body -> Versions.require(ifMatch, body.version()))
                        .call(body -> requireNoCircle(session, body, parentId, from))
                        .call(body -> parentOf(session, parentId)
                                .invoke(body::requireMayStandUnder)
                                .chain(parent -> rehang(session, body, parent, from)))
                        .call(body -> tell(session, scope, "union-body-moved", body))
                        .chain(body -> viewOf(session, body)))
                .invoke(this::forgetReaches);
    }

    private void forgetReaches() {
        under.forget();
        own.forget();
    }

    private Uni<Optional<UnionBody>> parentOf(Mutiny.Session session, @Nullable UnionBodyId parent) {
        if (parent == null) return Uni.createFrom().item(Optional.empty());
        return session.find(UnionBody.class, parent.value())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.field(ProblemType.INVALID_REQUEST, "/parentId", "unknown-union-body"))
                .map(Optional::of);
    }

    private Uni<Void> requireNoCircle(Mutiny.Session session, UnionBody body, UnionBodyId parent, LocalDate from) {
        return bodies.isUnder(session, parent.value(), body.id(), from)
                .invoke(circle -> {
                    if (circle) throw Refusal.field(ProblemType.UNION_TREE, "/parentId", "would-stand-under-itself");
                })
                .replaceWithVoid();
    }

    private static Uni<Void> hang(Mutiny.Session session, UnionBody body, Optional<UnionBody> parent, LocalDate from) {
        if (parent.isEmpty()) return Uni.createFrom().voidItem();
        return session.persist(new UnionEdge(Ids.next(), body.id(), parent.get().id(), from))
                .call(session::flush);
    }

    private Uni<Void> rehang(Mutiny.Session session, UnionBody body, Optional<UnionBody> parent, LocalDate from) {
        return bodies.openEdge(session, body.id())
                .invoke(edge -> {
                    if (edge != null) edge.endBefore(from);
                })
                .call(session::flush)
                .call(() -> session.lock(body, LockMode.PESSIMISTIC_FORCE_INCREMENT))
                .chain(() -> hang(session, body, parent, from));
    }

    private Uni<Void> tell(Mutiny.Session session, Scope scope, String type, UnionBody body) {
        return journal.record(
                Statements.of(session),
                scope,
                Event.of(type, body.id(), Set.of(Audience.of(new UnionBodyId(body.id()))), Map.of()));
    }

    private Uni<UnionBodyView> viewOf(Mutiny.Session session, UnionBody body) {
        return viewsOf(session, List.of(body)).map(List::getFirst);
    }

    private Uni<List<UnionBodyView>> viewsOf(Mutiny.Session session, List<UnionBody> found) {
        return bodies.parents(session, found.stream().map(UnionBody::id).toList(), clock.today())
                .map(parents -> found.stream()
                        .map(body -> view(body, parents.get(body.id())))
                        .toList());
    }

    private static UnionBodyView view(UnionBody body, @Nullable UUID parent) {
        return new UnionBodyView(
                new UnionBodyId(body.id()),
                body.name(),
                body.level(),
                parent == null ? null : new UnionBodyId(parent),
                body.enterpriseId() == null ? null : new EnterpriseId(body.enterpriseId()),
                body.closedOn(),
                body.version());
    }
}
