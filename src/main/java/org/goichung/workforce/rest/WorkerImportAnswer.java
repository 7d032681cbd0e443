package org.goichung.workforce.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.workforce.WorkerImportView;
import org.jspecify.annotations.Nullable;

/** An import, and in the reader's language why it failed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkerImportAnswer(
        @JsonUnwrapped WorkerImportView view, @Nullable String failureMessage) {

    static WorkerImportAnswer of(WorkerImportView view, Language language) {
        String failure = view.failure();
        return new WorkerImportAnswer(
                view, failure == null ? null : ProblemTexts.field(FieldError.of("", "roster-" + failure), language));
    }
}
