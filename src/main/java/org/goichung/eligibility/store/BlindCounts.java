package org.goichung.eligibility.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goichung.eligibility.model.CellKeys;
import org.goichung.eligibility.model.DraftBound;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What those may ask who see counts and not the people: otherwise one person's facts could be read out of many counts (ADR 17). */
@ApplicationScoped
public class BlindCounts {
    private static final int MOST_LINES = 5;
    private static final int MOST_ALTERNATIVES = 3;

    private final CellKeys keys;
    private final DraftBound drafts = new DraftBound(System::nanoTime);

    public BlindCounts(Keys keys) {
        this.keys = new CellKeys(keys.derive("cell-keys"));
    }

    public CellKeys keys() {
        return keys;
    }

    /** Few lines, with few names in each: with many any group of people could be put together. */
    public void require(@Nullable List<String> lines, String pointer) {
        if (lines == null) return;
        List<FieldError> faults = new ArrayList<>();
        if (lines.size() > MOST_LINES)
            faults.add(new FieldError(pointer, "too-many-lines-without-sight", Map.of("most", MOST_LINES)));
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).chars().filter(sign -> sign == '|').count() >= MOST_ALTERNATIVES)
                faults.add(new FieldError(
                        pointer + "/" + i, "too-many-alternatives-without-sight", Map.of("most", MOST_ALTERNATIVES)));
        if (!faults.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), faults);
    }

    /** Only who lays criteria down for everybody may try expressions of their own, and not many different ones in an hour. */
    public void requireDrafts(Scope scope, List<String> asked, Object question, String pointer) {
        if (asked.isEmpty()) return;
        if (scope.role() == Role.EMPLOYER || scope.role() == Role.AUDITOR)
            throw Refusal.field(ProblemType.INVALID_REQUEST, pointer, "drafts-need-sight");
        drafts.take(scope.principal(), question);
    }
}
