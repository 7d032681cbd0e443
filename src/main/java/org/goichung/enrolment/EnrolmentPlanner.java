package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goichung.eligibility.EligibilityService;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.negotiation.AgreementLineView;
import org.goichung.negotiation.AgreementService;
import org.goichung.negotiation.AgreementTerms;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.subsidy.ProgrammeView;
import org.goichung.subsidy.Split;
import org.goichung.subsidy.SubsidyService;
import org.goichung.workforce.WorkerLine;
import org.goichung.workforce.WorkforceService;

/** Asks the other rooms what an enrolment needs to know: whose line, under which agreement, at which price, paid by whom. */
@ApplicationScoped
public class EnrolmentPlanner {
    private static final Scope SYSTEM = Scope.system("enrolment");

    private final WorkforceService workforce;
    private final AgreementService agreements;
    private final SubsidyService subsidies;
    private final EligibilityService eligibility;
    private final Clock clock;

    public EnrolmentPlanner(
            WorkforceService workforce,
            AgreementService agreements,
            SubsidyService subsidies,
            EligibilityService eligibility,
            Clock clock) {
        this.workforce = workforce;
        this.agreements = agreements;
        this.subsidies = subsidies;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /**
     * What an enrolment starts with.
     *
     * @param criteria those that its programme adds to the package's
     */
    record Plan(
            WorkerLine line, Enrolment.Subject subject, Enrolment.Shares shares, long fundVnd, List<String> criteria) {}

    /** Refuses what the enterprise has no agreement or programme for, and people out of the caller's reach. */
    Uni<Plan> plan(Scope scope, NewEnrolment wanted) {
        return workforce.lineOf(workerOf(scope, wanted)).chain(line -> {
            EnterpriseId enterprise = requireReach(scope, line);
            return agreedLine(enterprise, wanted).chain(agreed -> programmeHere(enterprise, wanted.programmeId())
                    .invoke(this::requireRunning)
                    .chain(programme -> agreements
                            .terms(agreed.agreementId())
                            .map(terms -> plan(line, enterprise, agreed, programme, terms))));
        });
    }

    /** Refuses where the agreement or the programme has ended since; the criteria that the programme adds to the package's. */
    Uni<List<String>> stillOffered(Enrolment.Subject subject) {
        return agreements
                .linesFor(subject.enterprise())
                .invoke(lines -> requireAgreed(lines, subject))
                .chain(() -> programmeHere(subject.enterprise(), subject.programmeId()))
                .invoke(this::requireRunning)
                .map(ProgrammeView::criteria);
    }

    /** How the package's criteria and these of its programme stand for this worker now. */
    Uni<Decision> decide(WorkerId worker, UUID packageVersionId, List<String> ofProgramme) {
        return eligibility
                .match(worker, packageVersionId, ofProgramme)
                .map(match -> new Decision(
                        Decision.Verdict.valueOf(match.status().toUpperCase(Locale.ROOT)), match.reasons()));
    }

    private Plan plan(
            WorkerLine line,
            EnterpriseId enterprise,
            AgreementLineView agreed,
            ProgrammeView programme,
            AgreementTerms terms) {
        Split split = subsidies.split(programme, agreed.priceVnd());
        boolean fund = terms.allocations().stream()
                .anyMatch(allocation -> allocation.enterpriseId().equals(enterprise)
                        && allocation.packageVersionId().equals(agreed.packageVersionId())
                        && allocation.fundVndPerMonth() != null);
        return new Plan(
                line,
                new Enrolment.Subject(
                        line.workerId(),
                        enterprise,
                        programme.id(),
                        agreed.agreementId(),
                        agreed.packageVersionId(),
                        agreed.carrierId()),
                new Enrolment.Shares(
                        agreed.priceVnd(),
                        split.carrierVnd(),
                        split.unionVnd(),
                        split.employerVnd(),
                        split.workerVnd()),
                fund ? split.unionVnd() + split.employerVnd() : 0,
                programme.criteria());
    }

    private static WorkerId workerOf(Scope scope, NewEnrolment wanted) {
        if (scope.role() == Role.WORKER) {
            WorkerId self = scope.requireWorker();
            if (wanted.workerId() != null && !wanted.workerId().equals(self.value())) throw Refusal.notFound();
            return self;
        }
        if (wanted.workerId() == null) throw Refusal.field(ProblemType.INVALID_REQUEST, "/workerId", "not-null");
        return new WorkerId(wanted.workerId());
    }

    private static EnterpriseId requireReach(Scope scope, WorkerLine line) {
        EnterpriseId enterprise = line.enterpriseId();
        if (line.workerId().equals(scope.worker())) {
            if (enterprise == null) throw Refusal.of(ProblemType.NOT_EMPLOYED);
            return enterprise;
        }
        if (enterprise == null || !scope.seesPeopleOf(enterprise)) throw Refusal.notFound();
        return scope.role() == Role.UNION_OFFICER ? scope.requireOwn(enterprise) : enterprise;
    }

    private Uni<AgreementLineView> agreedLine(EnterpriseId enterprise, NewEnrolment wanted) {
        return agreements.linesFor(enterprise).map(lines -> {
            List<AgreementLineView> ofAgreement = lines.stream()
                    .filter(line -> line.agreementId().equals(wanted.agreementId()))
                    .toList();
            if (ofAgreement.isEmpty())
                throw Refusal.field(ProblemType.INVALID_REQUEST, "/agreementId", "not-in-force-here");
            return ofAgreement.stream()
                    .filter(line -> line.packageVersionId().equals(wanted.packageVersionId()))
                    .findFirst()
                    .orElseThrow(
                            () -> Refusal.field(ProblemType.INVALID_REQUEST, "/packageVersionId", "not-in-agreement"));
        });
    }

    /** One for others only looks like one that is not there. */
    private Uni<ProgrammeView> programmeHere(EnterpriseId enterprise, UUID id) {
        return subsidies
                .programme(SYSTEM, id)
                .onFailure(Refusal.class)
                .transform(unknown -> notHere())
                .invoke(programme -> {
                    if (!programme.isFor(enterprise)) throw notHere();
                });
    }

    private static Refusal notHere() {
        return Refusal.field(ProblemType.INVALID_REQUEST, "/programmeId", "not-a-programme-here");
    }

    private void requireRunning(ProgrammeView programme) {
        LocalDate today = clock.today();
        LocalDate last = programme.validUntil();
        if (today.isBefore(programme.validFrom()))
            throw Refusal.of(
                    ProblemType.PROGRAMME_NOT_BEGUN,
                    Map.of("validFrom", programme.validFrom().toString()));
        if (last != null && today.isAfter(last))
            throw Refusal.of(ProblemType.PROGRAMME_ENDED, Map.of("validUntil", last.toString()));
    }

    private static void requireAgreed(List<AgreementLineView> lines, Enrolment.Subject subject) {
        boolean agreed = lines.stream()
                .anyMatch(line -> line.agreementId().equals(subject.agreementId())
                        && line.packageVersionId().equals(subject.packageVersionId()));
        if (!agreed) throw Refusal.of(ProblemType.AGREEMENT_NOT_IN_FORCE);
    }
}
