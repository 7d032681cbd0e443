package org.goichung.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goichung.eligibility.EligibilityService;
import org.goichung.eligibility.MatchView;
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
import org.goichung.subsidy.Split;
import org.goichung.subsidy.SubsidyService;
import org.goichung.workforce.WorkerLine;
import org.goichung.workforce.WorkforceService;

/** Asks the other rooms what an enrolment needs to know: whose line, under which agreement, at which price, paid by whom. */
@ApplicationScoped
public class EnrolmentPlanner {
    private final WorkforceService workforce;
    private final AgreementService agreements;
    private final SubsidyService subsidies;
    private final EligibilityService eligibility;
    private final ObjectMapper json;

    public EnrolmentPlanner(
            WorkforceService workforce,
            AgreementService agreements,
            SubsidyService subsidies,
            EligibilityService eligibility,
            ObjectMapper json) {
        this.workforce = workforce;
        this.agreements = agreements;
        this.subsidies = subsidies;
        this.eligibility = eligibility;
        this.json = json;
    }

    /** What an enrolment starts with. */
    record Plan(WorkerLine line, Enrolment.Subject subject, Enrolment.Shares shares, long fundVnd) {}

    /** Refuses what the enterprise has no agreement or programme for, and people out of the caller's reach. */
    Uni<Plan> plan(Scope scope, NewEnrolment wanted) {
        return workforce.lineOf(workerOf(scope, wanted)).chain(line -> {
            EnterpriseId enterprise = requireReach(scope, line);
            return agreedLine(enterprise, wanted).chain(agreed -> split(enterprise, wanted, agreed.priceVnd())
                    .chain(split -> agreements
                            .terms(agreed.agreementId())
                            .map(terms -> plan(line, enterprise, wanted, agreed, split, terms))));
        });
    }

    /** How the criteria stand for this worker now. */
    Uni<Decision> decide(WorkerId worker, UUID packageVersionId) {
        return eligibility.match(worker, packageVersionId).map(this::decision);
    }

    private Decision decision(MatchView match) {
        try {
            return new Decision(
                    Decision.Verdict.valueOf(match.status().toUpperCase(Locale.ROOT)),
                    match.reasons(),
                    json.writeValueAsString(match.reasons()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("reasons could not be written", impossible);
        }
    }

    private static Plan plan(
            WorkerLine line,
            EnterpriseId enterprise,
            NewEnrolment wanted,
            AgreementLineView agreed,
            Split split,
            AgreementTerms terms) {
        boolean fund = terms.allocations().stream()
                .anyMatch(allocation -> allocation.enterpriseId().equals(enterprise)
                        && allocation.packageVersionId().equals(agreed.packageVersionId())
                        && allocation.fundVndPerMonth() != null);
        return new Plan(
                line,
                new Enrolment.Subject(
                        line.workerId(),
                        enterprise,
                        wanted.programmeId(),
                        agreed.agreementId(),
                        agreed.packageVersionId(),
                        agreed.carrierId()),
                new Enrolment.Shares(
                        agreed.priceVnd(),
                        split.carrierVnd(),
                        split.unionVnd(),
                        split.employerVnd(),
                        split.workerVnd()),
                fund ? split.unionVnd() + split.employerVnd() : 0);
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

    private Uni<Split> split(EnterpriseId enterprise, NewEnrolment wanted, long priceVnd) {
        return subsidies.programmesFor(enterprise).map(programmes -> programmes.stream()
                .filter(programme -> programme.id().equals(wanted.programmeId()))
                .findFirst()
                .map(programme -> subsidies.split(programme, priceVnd))
                .orElseThrow(() -> Refusal.field(ProblemType.INVALID_REQUEST, "/programmeId", "not-a-programme-here")));
    }
}
