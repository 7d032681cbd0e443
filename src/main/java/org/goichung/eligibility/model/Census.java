package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** A count of people by verdict: per enterprise and carrier, and per commune. Counts by the columns' numbers and names them at the end. */
public final class Census implements Surveys.Sized {
    private static final String[] ALL = {Tally.UNKNOWN};

    private final Rows rows;
    private final String[] carriers;
    /** Where each number of the column stands in the order of codes. */
    private final int[] placeOfCarrier;

    private final int perEnterprise;
    private final int[] byEnterprise;
    private final int[] byCommune;
    private final int enterprises;
    private final int communes;
    private final @Nullable CellKeys keys;
    /** The sums of people's keys, as they are counted; empty where nobody asks for them. */
    private final long[] keysByEnterprise;

    private final long[] keysByCommune;

    Census(Rows rows, @Nullable CellKeys keys) {
        this.rows = rows;
        this.keys = keys;
        this.carriers = new String[rows.carriers.size()];
        for (int number = 0; number < carriers.length; number++) carriers[number] = nameOf(rows.carriers.value(number));
        String[] unordered = carriers.clone();
        Arrays.sort(carriers);
        this.placeOfCarrier = new int[carriers.length];
        for (int number = 0; number < carriers.length; number++)
            placeOfCarrier[number] = Arrays.binarySearch(carriers, unordered[number]) * Tally.VERDICTS;
        this.perEnterprise = carriers.length * Tally.VERDICTS;
        this.enterprises = rows.enterprises.size();
        this.communes = rows.communes.size();
        this.byEnterprise = new int[Math.multiplyExact(enterprises, perEnterprise)];
        this.byCommune = new int[communes * Tally.VERDICTS];
        this.keysByEnterprise = new long[keys == null ? 0 : byEnterprise.length];
        this.keysByCommune = new long[keys == null ? 0 : byCommune.length];
    }

    @Override
    public boolean fits() {
        return rows.enterprises.size() == enterprises
                && rows.communes.size() == communes
                && rows.carriers.size() == carriers.length;
    }

    void add(Rows.Chunk chunk, int at, int verdict) {
        int ofEnterprise = chunk.enterprise[at] * perEnterprise + placeOfCarrier[chunk.carrier[at]] + verdict;
        int ofCommune = chunk.commune[at] * Tally.VERDICTS + verdict;
        byEnterprise[ofEnterprise]++;
        byCommune[ofCommune]++;
        if (keys == null) return;
        long key = keys.of(chunk.keys[Rows.WORKER][2 * at], chunk.keys[Rows.WORKER][2 * at + 1]);
        keysByEnterprise[ofEnterprise] += key;
        keysByCommune[ofCommune] += key;
    }

    /** Those where anybody was counted. */
    public Map<EnterpriseId, Tally> enterprises() {
        Map<EnterpriseId, Tally> tallies = new HashMap<>(enterprises * 2);
        for (int number = 1; number < enterprises; number++) {
            EnterpriseId enterprise = rows.enterprises.value(number);
            if (enterprise != null && anybody(byEnterprise, number * perEnterprise, perEnterprise))
                tallies.put(enterprise, new Tally(carriers, byEnterprise, keysByEnterprise, number * perEnterprise));
        }
        return tallies;
    }

    /** Codes of communes, or {@link Tally#UNKNOWN}, where anybody was counted; by code. */
    public Map<String, Tally> communes() {
        Map<String, Tally> tallies = new TreeMap<>();
        for (int number = 0; number < communes; number++)
            if (anybody(byCommune, number * Tally.VERDICTS, Tally.VERDICTS))
                tallies.put(
                        nameOf(rows.communes.value(number)),
                        new Tally(ALL, byCommune, keysByCommune, number * Tally.VERDICTS));
        return tallies;
    }

    private static boolean anybody(int[] counts, int from, int length) {
        for (int at = from; at < from + length; at++) if (counts[at] != 0) return true;
        return false;
    }

    private static String nameOf(@Nullable String code) {
        return code == null ? Tally.UNKNOWN : code;
    }
}
