package org.goichung.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.quota.model.UsageRow;

/** Events of one carrier made ready to be recorded together: read and hashed, so that what is left to do is the database's. */
public final class UsageChunk {
    private static final Comparator<UsageRow> BY_ID =
            (one, other) -> one.event().eventId().compareTo(other.event().eventId());

    private final List<UsageRow> rows;
    private final List<UsageRow> firsts;
    /** Ids that stand in it more than once. */
    private final Set<String> repeated = new HashSet<>();

    private final boolean amends;

    UsageChunk(List<UsageRow> rows) {
        this.rows = rows;
        List<UsageRow> sorted = new ArrayList<>(rows);
        sorted.sort(BY_ID);
        this.firsts = new ArrayList<>(rows.size());
        boolean anyAmendment = false;
        UsageRow before = null;
        for (UsageRow row : sorted) {
            // the sort is stable: of the same id the first comes first
            if (before == null || BY_ID.compare(before, row) != 0) firsts.add(row);
            else repeated.add(row.event().eventId());
            anyAmendment |= row.isAmendment();
            before = row;
        }
        this.amends = anyAmendment;
    }

    public int size() {
        return rows.size();
    }

    /**
     * Whether it does not matter which of the two is recorded first: then they may be recorded at the same time. It matters where an
     * event stands in both, and where one amends.
     */
    public boolean isIndifferentTo(UsageChunk other) {
        if (amends || other.amends) return false;
        int theirs = 0;
        for (UsageRow row : firsts) {
            int order = -1;
            while (theirs < other.firsts.size() && (order = BY_ID.compare(other.firsts.get(theirs), row)) < 0) theirs++;
            if (order == 0) return false;
        }
        return true;
    }

    /** The first of each id, in the order of ids as everybody writes them. */
    List<UsageRow> firsts() {
        return firsts;
    }

    /**
     * An outcome for each event in their order.
     *
     * @param otherThanPosted of the first of each id, where it was not plainly posted
     */
    List<UsageOutcome> outcomes(Map<String, UsageOutcome> otherThanPosted) {
        Map<String, UsageRow> seen = new HashMap<>();
        List<UsageOutcome> outcomes = new ArrayList<>(rows.size());
        for (UsageRow row : rows) {
            String id = row.event().eventId();
            UsageRow first = repeated.contains(id) ? seen.putIfAbsent(id, row) : null;
            if (first == null) outcomes.add(otherThanPosted.getOrDefault(id, UsageOutcome.POSTED));
            else outcomes.add(first.content().equals(row.content()) ? UsageOutcome.DUPLICATE : UsageOutcome.CONFLICT);
        }
        return outcomes;
    }
}
