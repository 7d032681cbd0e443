package org.goichung.eligibility.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.goichung.platform.identity.EnterpriseId;

/** A count of people by verdict: per enterprise and carrier, and per commune. Counts by the columns' numbers and names them at the end. */
public final class Census {
    private static final int VERDICTS = Verdict.values().length;
    private static final int YES = Verdict.YES.ordinal();

    private final Rows rows;
    private final int carriers;
    private final int[] byEnterprise;
    private final int[] byCommune;

    Census(Rows rows) {
        this.rows = rows;
        this.carriers = rows.carriers.size();
        this.byEnterprise = new int[Math.multiplyExact(rows.enterprises.size() * carriers, VERDICTS)];
        this.byCommune = new int[rows.communes.size() * VERDICTS];
    }

    void add(int row, int verdict) {
        byEnterprise[(rows.enterprise(row) * carriers + rows.carrier(row)) * VERDICTS + verdict]++;
        byCommune[rows.commune(row) * VERDICTS + verdict]++;
    }

    /** Those where anybody was counted. */
    public Map<EnterpriseId, Tally> enterprises() {
        Map<EnterpriseId, Tally> tallies = new HashMap<>();
        for (int at = 0; at < byEnterprise.length; at++) {
            if (byEnterprise[at] == 0) continue;
            EnterpriseId enterprise = rows.enterprises.value(at / VERDICTS / carriers);
            if (enterprise == null) continue;
            String carrier = rows.carriers.value(at / VERDICTS % carriers);
            tallies.computeIfAbsent(enterprise, id -> new Tally())
                    .add(carrier, Verdict.values()[at % VERDICTS], byEnterprise[at]);
        }
        return tallies;
    }

    /** Codes of communes, or {@link Tally#UNKNOWN}, where anybody was counted; by code. */
    public Map<String, Tally> communes() {
        Map<String, Tally> tallies = new TreeMap<>();
        for (int at = 0; at < byCommune.length; at++) {
            if (byCommune[at] == 0) continue;
            String commune = rows.communes.value(at / VERDICTS);
            tallies.computeIfAbsent(commune == null ? Tally.UNKNOWN : commune, code -> new Tally())
                    .add(null, Verdict.values()[at % VERDICTS], byCommune[at]);
        }
        return tallies;
    }

    /** Everybody who qualifies. */
    public long qualified() {
        long all = 0;
        for (int at = YES; at < byCommune.length; at += VERDICTS) all += byCommune[at];
        return all;
    }
}
