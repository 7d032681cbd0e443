package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the fact that somebody means who calls it something else. */
final class FactNames {
    /** Parts of names that people give, in English and in Vietnamese without accents. */
    private static final Map<String, Fact> ALSO = Map.ofEntries(
            Map.entry("salary", Fact.MONTHLY_WAGE_VND),
            Map.entry("income", Fact.MONTHLY_WAGE_VND),
            Map.entry("wage", Fact.MONTHLY_WAGE_VND),
            Map.entry("luong", Fact.MONTHLY_WAGE_VND),
            Map.entry("spend", Fact.MONTHLY_TELECOM_SPEND_VND),
            Map.entry("bill", Fact.MONTHLY_TELECOM_SPEND_VND),
            Map.entry("cost", Fact.MONTHLY_TELECOM_SPEND_VND),
            Map.entry("cuoc", Fact.MONTHLY_TELECOM_SPEND_VND),
            Map.entry("data", Fact.MONTHLY_DATA_BYTES),
            Map.entry("phone", Fact.PHONE_KIND),
            Map.entry("device", Fact.PHONE_KIND),
            Map.entry("member", Fact.UNION_MEMBER),
            Map.entry("doanvien", Fact.UNION_MEMBER),
            Map.entry("province", Fact.PROVINCE_CODE),
            Map.entry("city", Fact.PROVINCE_CODE),
            Map.entry("commune", Fact.COMMUNE_CODE),
            Map.entry("ward", Fact.COMMUNE_CODE),
            Map.entry("network", Fact.CARRIER),
            Map.entry("operator", Fact.CARRIER),
            Map.entry("born", Fact.BIRTH_YEAR),
            Map.entry("birth", Fact.BIRTH_YEAR),
            Map.entry("tuoi", Fact.AGE),
            Map.entry("seniority", Fact.DAYS_EMPLOYED),
            Map.entry("tenure", Fact.DAYS_EMPLOYED),
            Map.entry("start", Fact.EMPLOYED_SINCE),
            Map.entry("lapse", Fact.LAPSES_LAST_90_DAYS),
            Map.entry("company", Fact.ENTERPRISE_ID),
            Map.entry("employer", Fact.ENTERPRISE_ID));

    private FactNames() {}

    /** By what else it is called, by a few letters, or by a word in it; null where nothing is near. */
    static @Nullable String near(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALSO.get(word))
                .or(() -> byLetters(written))
                .or(() -> ALSO.keySet().stream()
                        .filter(word::contains)
                        .max(Comparator.comparingInt(String::length))
                        .map(ALSO::get))
                .map(Fact::qualifiedName)
                .orElse(null);
    }

    private static Optional<Fact> byLetters(String written) {
        return Arrays.stream(Fact.values())
                .filter(fact -> distance(fact.field(), written) <= Math.min(3, written.length() / 4))
                .min(Comparator.comparingInt(fact -> distance(fact.field(), written)));
    }

    /** All facts of an owner, or all there are where there is no such owner. */
    static String of(String owner) {
        boolean known =
                Arrays.stream(Fact.values()).anyMatch(fact -> fact.owner().equals(owner));
        return Arrays.stream(Fact.values())
                .filter(fact -> !known || fact.owner().equals(owner))
                .map(Fact::qualifiedName)
                .collect(Collectors.joining(", "));
    }

    /** How many letters have to be put in, left out or changed. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
