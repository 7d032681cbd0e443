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

    Census(Rows rows) {
        this.rows = rows;
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
    }

    @Override
    public boolean fits() {
        return rows.enterprises.size() == enterprises
                && rows.communes.size() == communes
                && rows.carriers.size() == carriers.length;
    }

    void add(Rows.Chunk chunk, int at, int verdict) {
        byEnterprise[chunk.enterprise[at] * perEnterprise + placeOfCarrier[chunk.carrier[at]] + verdict]++;
        byCommune[chunk.commune[at] * Tally.VERDICTS + verdict]++;
    }

    /** Those where anybody was counted. */
    public Map<EnterpriseId, Tally> enterprises() {
        Map<EnterpriseId, Tally> tallies = new HashMap<>(enterprises * 2);
        for (int number = 1; number < enterprises; number++) {
            EnterpriseId enterprise = rows.enterprises.value(number);
            if (enterprise != null && anybody(byEnterprise, number * perEnterprise, perEnterprise))
                tallies.put(enterprise, new Tally(carriers, byEnterprise, number * perEnterprise));
        }
        return tallies;
    }

    /** Codes of communes, or {@link Tally#UNKNOWN}, where anybody was counted; by code. */
    public Map<String, Tally> communes() {
        Map<String, Tally> tallies = new TreeMap<>();
        for (int number = 0; number < communes; number++)
            if (anybody(byCommune, number * Tally.VERDICTS, Tally.VERDICTS))
                tallies.put(nameOf(rows.communes.value(number)), new Tally(ALL, byCommune, number * Tally.VERDICTS));
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
