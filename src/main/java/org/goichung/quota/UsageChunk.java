package org.goichung.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goichung.quota.model.UsageRow;

/** Events of one carrier made ready to be recorded together: read and hashed, so that what is left to do is the database's. */
public final class UsageChunk {
    private final List<UsageRow> rows;
    private final Map<String, UsageRow> firsts;
    private final List<UsageRow> sorted;
    private final boolean amends;

    UsageChunk(List<UsageRow> rows) {
        this.rows = List.copyOf(rows);
        this.firsts = HashMap.newHashMap(rows.size());
        for (UsageRow row : rows) firsts.putIfAbsent(row.event().eventId(), row);
        this.sorted = new ArrayList<>(firsts.values());
        sorted.sort(Comparator.comparing((UsageRow row) -> row.event().eventId()));
        this.amends = sorted.stream().anyMatch(UsageRow::isAmendment);
    }

    public int size() {
        return rows.size();
    }

    /**
     * Whether it does not matter which of the two is recorded first: then they may be recorded at the same time. It matters where an
     * event stands in both, and where one amends.
     */
    public boolean isIndifferentTo(UsageChunk other) {
        return !amends && !other.amends && other.firsts.keySet().stream().noneMatch(firsts::containsKey);
    }

    /** The first of each id, in the order of ids as everybody writes them. */
    List<UsageRow> firsts() {
        return sorted;
    }

    /** An outcome for each event in their order, from those of the first of each id. */
    List<UsageOutcome> outcomes(Map<String, UsageOutcome> ofFirsts) {
        List<UsageOutcome> outcomes = new ArrayList<>(rows.size());
        for (UsageRow row : rows) {
            String id = row.event().eventId();
            UsageRow first = firsts.get(id);
            UsageOutcome outcome = ofFirsts.get(id);
            if (first == null || outcome == null) throw new IllegalStateException("no outcome");
            if (first == row) outcomes.add(outcome);
            else outcomes.add(first.content().equals(row.content()) ? UsageOutcome.DUPLICATE : UsageOutcome.CONFLICT);
        }
        return outcomes;
    }
}
