package org.goichung.quota;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.quota.model.UsageRow;

/** Events of one carrier made ready to be recorded together: read and hashed, so that what is left to do is the database's. */
public final class UsageChunk {
    /** A place in the chunk takes so many bits below the hash of its id. */
    private static final int PLACE_BITS = 14;

    private static final long PLACES = (1L << PLACE_BITS) - 1;
    private static final long FNV_PRIME = 0x100_0000_01b3L;

    private final List<UsageRow> rows;
    private final List<UsageRow> firsts;
    /** Of each event the hash of its id and its place, sorted: the same ids lie side by side. */
    private final long[] hashes;
    /** Ids that stand in it more than once. */
    private final Set<String> repeated = new HashSet<>();

    private final boolean amends;

    /** @param rows at most 16,384 */
    UsageChunk(List<UsageRow> rows) {
        if (rows.size() > PLACES + 1) throw new IllegalArgumentException("a chunk of " + rows.size());
        this.rows = rows;
        this.hashes = new long[rows.size()];
        boolean anyAmendment = false;
        for (int i = 0; i < hashes.length; i++) {
            UsageRow row = rows.get(i);
            hashes[i] = hash(row.event().eventId()) & ~PLACES | i;
            anyAmendment |= row.isAmendment();
        }
        this.amends = anyAmendment;
        Arrays.sort(hashes);
        for (int i = 1; i < hashes.length; i++) if (((hashes[i - 1] ^ hashes[i]) & ~PLACES) == 0) noteRepeat(i);
        this.firsts = repeated.isEmpty() ? rows : withoutRepeats();
    }

    /** Spreads ids that count up, which {@link String#hashCode} does not. */
    private static long hash(String id) {
        long hash = 0xcbf2_9ce4_8422_2325L;
        for (int i = 0; i < id.length(); i++) hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        return hash ^ hash >>> 32;
    }

    private void noteRepeat(int sorted) {
        String id = idAt(sorted);
        for (int i = sorted - 1; i >= 0 && ((hashes[i] ^ hashes[sorted]) & ~PLACES) == 0; i--)
            if (idAt(i).equals(id)) {
                repeated.add(id);
                return;
            }
    }

    private String idAt(int sorted) {
        return rows.get((int) (hashes[sorted] & PLACES)).event().eventId();
    }

    private List<UsageRow> withoutRepeats() {
        Set<String> seen = new HashSet<>();
        List<UsageRow> first = new ArrayList<>(rows.size());
        for (UsageRow row : rows)
            if (!repeated.contains(row.event().eventId())
                    || seen.add(row.event().eventId())) first.add(row);
        return first;
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
        for (long own : hashes) {
            long hash = own & ~PLACES;
            while (theirs < other.hashes.length && (other.hashes[theirs] & ~PLACES) < hash) theirs++;
            if (theirs < other.hashes.length && (other.hashes[theirs] & ~PLACES) == hash) return false;
        }
        return true;
    }

    /** The first of each id. */
    List<UsageRow> firsts() {
        return firsts;
    }

    /**
     * Ids told more than once whose first is not what is recorded under the id: whether the others are, only the record can tell.
     *
     * @param otherThanPosted of the first of each id, where it was not plainly posted
     */
    List<String> unclear(Map<String, UsageOutcome> otherThanPosted) {
        return repeated.stream()
                .filter(id -> UsageOutcome.CONFLICT.equals(otherThanPosted.get(id)))
                .toList();
    }

    /**
     * An outcome for each event in their order.
     *
     * @param otherThanPosted of the first of each id, where it was not plainly posted
     * @param recorded the content that stands recorded under those ids where it is not the first's
     */
    List<UsageOutcome> outcomes(Map<String, UsageOutcome> otherThanPosted, Map<String, UUID> recorded) {
        Map<String, UsageRow> seen = new HashMap<>();
        List<UsageOutcome> outcomes = new ArrayList<>(rows.size());
        for (UsageRow row : rows) {
            String id = row.event().eventId();
            UsageRow first = repeated.contains(id) ? seen.putIfAbsent(id, row) : null;
            UsageOutcome ofFirst = otherThanPosted.getOrDefault(id, UsageOutcome.POSTED);
            // a repeat of what was not kept is kept no more than that
            if (first == null || ofFirst.status() == UsageOutcome.Status.REJECTED) outcomes.add(ofFirst);
            else
                outcomes.add(
                        recorded.getOrDefault(id, first.content()).equals(row.content())
                                ? UsageOutcome.DUPLICATE
                                : UsageOutcome.CONFLICT);
        }
        return outcomes;
    }
}
