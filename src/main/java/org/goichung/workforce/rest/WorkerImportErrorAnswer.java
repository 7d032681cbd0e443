package org.goichung.workforce.rest;

import org.goichung.platform.http.Language;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.workforce.WorkerImportError;

/** What is to be said of one cell, in the reader's language. */
record WorkerImportErrorAnswer(long row, String column, String code, boolean mended, String message) {

    static WorkerImportErrorAnswer of(WorkerImportError error, Language language) {
        String message = ProblemTexts.field(FieldError.of("", "roster-" + error.code()), language);
        return new WorkerImportErrorAnswer(error.row(), error.column(), error.code(), error.mended(), message);
    }
}
