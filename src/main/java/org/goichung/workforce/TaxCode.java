package org.goichung.workforce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * An enterprise's tax code (mã số thuế): ten digits of which the last checks the others, and {@code -NNN} for a branch.
 *
 * @param value {@code XXXXXXXXXX} or {@code XXXXXXXXXX-NNN}
 */
public record TaxCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("(\\d{10})(?:-?(\\d{3}))?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    /** Of what a person wrote, blanks allowed; {@link ProblemType#BAD_TAX_CODE} otherwise. */
    public static TaxCode parse(String text) {
        return read(text).orElseThrow(() -> Refusal.field(ProblemType.BAD_TAX_CODE, "/taxCode", "bad-tax-code"));
    }

    /** Of what a person wrote; empty when it is none. */
    public static Optional<TaxCode> read(String text) {
        var form = FORM.matcher(BLANKS.matcher(text).replaceAll(""));
        if (!form.matches()) return Optional.empty();
        String head = form.group(1);
        String branch = form.group(2);
        boolean wrong = head.startsWith("0000000", 2) || "000".equals(branch) || !checks(head);
        return wrong ? Optional.empty() : Optional.of(new TaxCode(branch == null ? head : head + "-" + branch));
    }

    /** 10 − (Σ wᵢ·dᵢ mod 11); a result of 10 has no digit, so no such code is given out. */
    private static boolean checks(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (tenDigits.charAt(i) - '0');
        return 10 - sum % 11 == tenDigits.charAt(9) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
