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
import org.goichung.dashboard.model.WorkerAnswer;
import org.goichung.eligibility.EligibilityService;
import org.goichung.eligibility.LookupQuery;
import org.goichung.eligibility.LookupView;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** The personal answer of the worker's page. */
@ApplicationScoped
public class WorkerAnswerService {
    private final EligibilityService eligibility;
    private final CatalogService catalog;

    public WorkerAnswerService(EligibilityService eligibility, CatalogService catalog) {
        this.eligibility = eligibility;
        this.catalog = catalog;
    }

    /** What this worker may get, in Vietnamese. */
    public Uni<WorkerAnswer> answer(WorkerId worker) {
        Scope self = Scope.worker(worker);
        return eligibility
                .lookup(self, new LookupQuery(null, worker.value(), null, Language.VI))
                .chain(found -> written(self, found))
                .onFailure(WorkerAnswerService::notThereYet)
                .recoverWithItem(AnswerWriter::nothingKnown);
    }

    private Uni<WorkerAnswer> written(Scope self, LookupView found) {
        List<LookupView.Match> shown = AnswerWriter.worthShowing(found);
        return carrierNames().chain(names -> Multi.createFrom()
                .iterable(shown)
                .onItem()
                .transformToUniAndConcatenate(match -> catalog.version(self, match.packageVersionId())
                        .map(version -> AnswerWriter.card(match, version, names)))
                .collect()
                .asList()
                .map(cards -> AnswerWriter.answer(found, cards)));
    }

    private Uni<Map<String, String>> carrierNames() {
        return catalog.carriers()
                .map(all -> all.stream().collect(Collectors.toMap(CarrierView::code, CarrierView::name)));
    }

    private static boolean notThereYet(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND;
    }
}
