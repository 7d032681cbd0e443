package org.goichung.workforce;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.model.Enterprise;
import org.goichung.workforce.model.Places;
import org.goichung.workforce.store.Enterprises;
import org.goichung.workforce.store.FactsFeed;

/** Enterprises, and what other rooms need of people: who is on a number, their line, and the facts feed. */
@ApplicationScoped
public class WorkforceService {
    private final Transactions transactions;
    private final Enterprises enterprises;
    private final WorkerService workers;
    private final RosterService rosters;
    private final FactsFeed feed;
    private final Journal journal;

    public WorkforceService(
            Transactions transactions,
            Enterprises enterprises,
            WorkerService workers,
            RosterService rosters,
            FactsFeed feed,
            Journal journal) {
        this.transactions = transactions;
        this.enterprises = enterprises;
        this.workers = workers;
        this.rosters = rosters;
        this.feed = feed;
        this.journal = journal;
    }

    /** 404 out of reach as for an unknown one. */
    public Uni<EnterpriseView> enterprise(Scope scope, EnterpriseId id) {
        return transactions.read(
                session -> enterprises.require(session, scope.require(id)).map(WorkforceService::view));
    }

    /** Those of these that exist and are in reach, in the order of names. */
    public Uni<List<EnterpriseView>> enterprises(Scope scope, Collection<EnterpriseId> ids) {
        return transactions.read(session -> enterprises
                .of(session, scope, ids)
                .map(found -> found.stream().map(WorkforceService::view).toList()));
    }

    /** One page of those in reach, in the order of names. */
    public Uni<Page<EnterpriseView>> enterprises(Scope scope, PageRequest page) {
        return transactions.read(
                session -> enterprises.page(session, scope, page).map(rows -> Page.of(
                                rows, page, one -> List.of(one.name(), one.id()))
                        .map(WorkforceService::view)));
    }

    /** Adds an employer; refuses a bad tax code, one that is known already, and a place that is none. */
    public Uni<EnterpriseView> createEnterprise(Scope scope, NewEnterprise wanted) {
        var place = wanted.provinceCode() == null && wanted.communeCode() == null
                ? null
                : Places.require(wanted.provinceCode(), wanted.communeCode());
        var enterprise = new Enterprise(
                Ids.next(), TaxCode.parse(wanted.taxCode()), wanted.name(), wanted.park(), place, wanted.wifi());
        return transactions
                .write(session -> session.persist(enterprise)
                        .call(session::flush)
                        .call(() -> journal.record(Statements.of(session), scope, added(enterprise))))
                .onFailure(broken -> Violations.of(broken, "enterprise_tax_code_key"))
                .transform(known -> Refusal.field(ProblemType.ALREADY_EXISTS, "/taxCode", "tax-code-known"))
                .map(done -> view(enterprise));
    }

    public Uni<WorkerView> worker(Scope scope, WorkerId id) {
        return workers.worker(scope, id);
    }

    /** In-house: who has this number, {@code +84xxxxxxxxx}. */
    public Uni<Optional<WorkerId>> byMsisdn(String e164) {
        return workers.byMsisdn(new Msisdn(e164));
    }

    /** In-house: who has this citizen id. */
    public Uni<Optional<WorkerId>> byNationalId(String twelveDigits) {
        return workers.byNationalId(new NationalId(twelveDigits));
    }

    /** In-house: a person's line; 404 when unknown or erased. */
    public Uni<WorkerLine> lineOf(WorkerId id) {
        return workers.lineOf(id);
    }

    /** In-house: where these people work, have worked and are about to, erased ones too; in no order. */
    public Uni<List<Employment>> employments(Collection<WorkerId> ids) {
        return workers.employments(ids);
    }

    /** In-house: a carrier has answered for a person's number, which ends all guessing. */
    public Uni<Void> carrierKnown(Scope scope, WorkerId id, String carrierCode) {
        return workers.carrierKnown(scope, id, carrierCode);
    }

    /**
     * In-house, within the caller's transaction: whether a person has this package by an enrolment.
     *
     * @param has from now on; otherwise no longer
     */
    public Uni<Void> enrolment(Statements connection, WorkerId id, EnrolledPackage what, boolean has) {
        return workers.enrolment(connection, id, what, has);
    }

    /**
     * In-house: takes a roster's file in, to its end; the way that an enterprise's upload goes, and as quick. The same file again
     * changes nothing, and one that was cut short goes on.
     */
    public Uni<WorkerImportView> importRows(Scope scope, EnterpriseId enterprise, Path roster) {
        return rosters.importFile(scope, enterprise, roster);
    }

    /** In-house: one person's facts as they are committed now; none for one who is unknown or erased. */
    public Uni<Optional<WorkerFacts>> factsOf(WorkerId id) {
        return feed.one(id);
    }

    /** In-house: the enterprises that have wifi for their people. */
    public Uni<Set<EnterpriseId>> enterprisesWithWifi() {
        return transactions.read(session -> enterprises.withWifi(session));
    }

    /** In-house: where {@link #factsAfter} has to go on from after a snapshot; ask before the snapshot begins. */
    public Uni<FactsCursor> factsHorizon() {
        return feed.horizon();
    }

    /** In-house: the facts of everybody, once each, in no order, streamed in batches. */
    public Multi<List<WorkerFacts>> factsSnapshot() {
        return feed.snapshot();
    }

    /** In-house: what changed after the cursor, erasures included; a row not newer than the one held may come again. */
    public Uni<FactsBatch> factsAfter(FactsCursor cursor, int limit) {
        return feed.after(cursor, limit);
    }

    private static Event added(Enterprise enterprise) {
        var id = new EnterpriseId(enterprise.id());
        return Event.of(
                "enterprise-added",
                enterprise.id(),
                Set.of(Audience.of(id)),
                Map.of("taxCode", enterprise.taxCode().value()));
    }

    private static EnterpriseView view(Enterprise enterprise) {
        return new EnterpriseView(
                new EnterpriseId(enterprise.id()),
                enterprise.taxCode(),
                enterprise.name(),
                enterprise.park(),
                enterprise.provinceCode(),
                enterprise.communeCode(),
                enterprise.placeDataset(),
                enterprise.wifi(),
                enterprise.version());
    }
}
