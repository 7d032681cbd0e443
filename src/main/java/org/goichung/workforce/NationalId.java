package org.goichung.workforce;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * A citizen id (CCCD): 12 digits = 3 of the province where the birth was registered + 1 of century and sex + 2 of the birth year + 6.
 * The province is one of the 63 that numbered people before the merger of 2025, and stays so for life.
 */
public record NationalId(String digits) {
    private static final Pattern FILLING = Pattern.compile("[\\s\\u00a0.-]");
    private static final Pattern FORM = Pattern.compile("(0\\d\\d)[0-3]\\d{8}");
    private static final Set<String> PROVINCES = Stream.of(
                    ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 "
                                    + "045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 "
                                    + "092 093 094 095 096")
                            .split(" "))
            .collect(Collectors.toUnmodifiableSet());

    /** Of what a person wrote, blanks allowed; {@link ProblemType#BAD_NATIONAL_ID} otherwise. */
    public static NationalId parse(String text) {
        return read(text)
                .orElseThrow(() -> Refusal.field(ProblemType.BAD_NATIONAL_ID, "/nationalId", "bad-national-id"));
    }

    /** Of what a person wrote; empty when it is none. */
    public static Optional<NationalId> read(String text) {
        var form = FORM.matcher(FILLING.matcher(text).replaceAll(""));
        return form.matches() && PROVINCES.contains(form.group(1))
                ? Optional.of(new NationalId(form.group()))
                : Optional.empty();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "NationalId[…]";
    }
}
