package org.goichung.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement's document in the words that stand on the paper, in Vietnamese.
 *
 * @param number by which people call it
 * @param standing where it stands today, said in one sentence
 * @param lead the leading body's name
 * @param carrier the carrier's name
 * @param gives what the package gives, a sentence each
 * @param amendments what members have given each other since, a sentence each
 * @param digest in groups of four characters
 * @param others what the agreement gives enterprises that this copy does not show; null where it shows all
 */
public record AgreementPaper(
        String number,
        int revision,
        String title,
        String standing,
        String ratifiedOn,
        String lead,
        String carrier,
        List<Member> members,
        @Nullable String others,
        Package what,
        Totals totals,
        List<String> amendments,
        List<String> prices,
        List<String> terms,
        List<String> law,
        List<String> ending,
        List<String> digest) {

    /** An enterprise with its union. */
    public record Member(
            int row,
            String name,
            String taxCode,
            String place,
            String union,
            String mandate,
            String vote,
            String lines,
            String price,
            String cost,
            @Nullable String fund) {}

    /** What a line is. */
    public record Package(String lot, String name, List<String> gives) {}

    /** Of all enterprises together, each month. */
    public record Totals(
            String enterprises,
            String lines,
            String cost,
            @Nullable String fund) {}
}
