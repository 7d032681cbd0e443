package org.goichung.dashboard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.dashboard.model.AnswerWriter;
import org.goichung.dashboard.model.SaidOfPackages;
import org.goichung.dashboard.model.WorkerAnswer;
import org.goichung.eligibility.EligibilityService;
import org.goichung.eligibility.LookupQuery;
import org.goichung.eligibility.LookupView;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.WorkerView;
import org.goichung.workforce.WorkforceService;

/** The personal answer of the worker's page. */
@ApplicationScoped
public class WorkerAnswerService {
    private final EligibilityService eligibility;
    private final CatalogService catalog;
    private final WorkforceService workforce;

    public WorkerAnswerService(EligibilityService eligibility, CatalogService catalog, WorkforceService workforce) {
        this.eligibility = eligibility;
        this.catalog = catalog;
        this.workforce = workforce;
    }

    /** What this worker may get. */
    public Uni<WorkerAnswer> answer(WorkerId worker, Language language) {
        SaidOfPackages said = SaidOfPackages.in(language);
        Scope self = Scope.worker(worker);
        return eligibility
                .lookup(self, new LookupQuery(null, worker.value(), null, language))
                .chain(found -> workforce.worker(self, worker).chain(person -> written(self, found, person, said)))
                .onFailure(WorkerAnswerService::notThereYet)
                .recoverWithItem(() -> AnswerWriter.nothingKnown(said));
    }

    private Uni<WorkerAnswer> written(Scope self, LookupView found, WorkerView person, SaidOfPackages said) {
        List<LookupView.Match> shown = AnswerWriter.worthShowing(found);
        return carrierNames().chain(names -> Multi.createFrom()
                .iterable(shown)
                .onItem()
                .transformToUniAndConcatenate(match -> catalog.version(self, match.packageVersionId())
                        .map(version -> AnswerWriter.card(
                                match, version, names, person.carrierIsGuess(), person.phoneKind(), said)))
                .collect()
                .asList()
                .map(cards -> AnswerWriter.answer(found, cards, said)));
    }

    private Uni<Map<String, String>> carrierNames() {
        return catalog.carriers()
                .map(all -> all.stream().collect(Collectors.toMap(CarrierView::code, CarrierView::name)));
    }

    private static boolean notThereYet(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND;
    }
}
