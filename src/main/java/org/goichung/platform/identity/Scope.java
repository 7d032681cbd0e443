package org.goichung.platform.identity;

import java.util.Set;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How far the caller of a service reaches. Made at the door, handed to every service call, used by every query.
 *
 * @param principal stable name of who acts: {@code account:<id>}, {@code key:<id>}, {@code worker:<id>} or {@code system:<job>}
 * @param enterprises the enterprises whose rows this caller may see; empty for a carrier, a worker and the admin
 * @param ownEnterprises those of them that the caller's own grassroots union sits at, so that it may bind them
 * @param everyEnterprise true for the service's own jobs and, for what is not about people, the admin
 */
public record Scope(
        String principal,
        Role role,
        Set<EnterpriseId> enterprises,
        Set<EnterpriseId> ownEnterprises,
        boolean everyEnterprise,
        @Nullable CarrierId carrier,
        @Nullable UnionBodyId unionBody,
        @Nullable WorkerId worker) {

    public Scope {
        enterprises = Set.copyOf(enterprises);
        ownEnterprises = Set.copyOf(ownEnterprises);
    }

    public static Scope system(String job) {
        return new Scope("system:" + job, Role.SYSTEM, Set.of(), Set.of(), true, null, null, null);
    }

    public static Scope worker(WorkerId worker) {
        return new Scope("worker:" + worker, Role.WORKER, Set.of(), Set.of(), false, null, null, worker);
    }

    public boolean reaches(EnterpriseId enterprise) {
        return everyEnterprise || enterprises.contains(enterprise);
    }

    /** The same id, or 404 as for an unknown one. */
    public EnterpriseId require(EnterpriseId enterprise) {
        if (!reaches(enterprise)) throw Refusal.notFound();
        return enterprise;
    }

    /** For what only the enterprise's own grassroots union may do: 404 when out of reach, 403 when only a superior's. */
    public EnterpriseId requireOwn(EnterpriseId enterprise) {
        require(enterprise);
        if (!everyEnterprise && !ownEnterprises.contains(enterprise)) throw Refusal.of(ProblemType.FORBIDDEN);
        return enterprise;
    }

    /** Stewards and union officers see the people of the enterprises in their reach; nobody else sees another person. */
    public boolean seesPeopleOf(EnterpriseId enterprise) {
        return switch (role) {
            case UNION_OFFICER, STEWARD -> enterprises.contains(enterprise);
            case SYSTEM -> true;
            case EMPLOYER, CARRIER, WORKER, AUDITOR, ADMIN -> false;
        };
    }

    public CarrierId requireCarrier() {
        if (carrier == null) throw Refusal.of(ProblemType.FORBIDDEN);
        return carrier;
    }

    public UnionBodyId requireUnionBody() {
        if (unionBody == null) throw Refusal.of(ProblemType.FORBIDDEN);
        return unionBody;
    }

    public WorkerId requireWorker() {
        if (worker == null) throw Refusal.of(ProblemType.FORBIDDEN);
        return worker;
    }
}
