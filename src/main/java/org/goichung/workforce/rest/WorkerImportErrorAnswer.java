package org.goichung.workforce.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.workforce.PlacesService;
import org.goichung.workforce.WorkerImportError;

/** What is to be said of one cell, in the reader's language. */
record WorkerImportErrorAnswer(
        long row,
        String column,
        String code,
        boolean mended,
        String message,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Candidate> candidates) {

    /** A commune that may be meant; its code in the cell settles it. */
    record Candidate(String communeCode, String name) {}

    static WorkerImportErrorAnswer of(WorkerImportError error, PlacesService places, Language language) {
        List<Candidate> candidates = error.candidates().stream()
                .map(code -> new Candidate(code, places.nameOfCommune(code)))
                .toList();
        String named = candidates.stream()
                .map(candidate -> candidate.communeCode() + " " + candidate.name())
                .collect(Collectors.joining(", "));
        String message =
                ProblemTexts.field(new FieldError("", "roster-" + error.code(), Map.of("places", named)), language);
        return new WorkerImportErrorAnswer(
                error.row(), error.column(), error.code(), error.mended(), message, candidates);
    }
}
