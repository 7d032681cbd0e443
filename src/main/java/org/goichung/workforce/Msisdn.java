package org.goichung.workforce;

import java.util.Optional;
import java.util.regex.Pattern;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.model.NumberPlan;
import org.jspecify.annotations.Nullable;

/**
 * A Vietnamese mobile number.
 *
 * @param e164 {@code +84xxxxxxxxx}
 */
public record Msisdn(String e164) {
    private static final Pattern FILLING = Pattern.compile("[\\s\\u00a0\\u200b-\\u200f\\u202a-\\u202e\\ufeff.()-]");
    private static final Pattern FORM = Pattern.compile("(?:\\+?84|0084|0)(\\d{9})");

    /** Of {@code 0…}, {@code 84…} or {@code +84…}, spaced or dotted; {@link ProblemType#BAD_NUMBER} otherwise. */
    public static Msisdn parse(String text) {
        return read(text).orElseThrow(() -> Refusal.field(ProblemType.BAD_NUMBER, "/msisdn", "bad-number"));
    }

    /** Of what a person wrote; empty when it is no Vietnamese mobile number. */
    public static Optional<Msisdn> read(String text) {
        if (isNormal(text)) return known(text);
        if (isLocal(text)) return known("+84" + text.substring(1));
        var form = FORM.matcher(FILLING.matcher(text).replaceAll(""));
        return form.matches() ? known("+84" + form.group(1)) : Optional.empty();
    }

    /** Mobile numbers begin with 03, 05, 07, 08 and 09, whether or not their block is known to have been given to anybody. */
    private static Optional<Msisdn> known(String e164) {
        return switch (e164.charAt(3)) {
            case '3', '5', '7', '8', '9' -> Optional.of(new Msisdn(e164));
            default -> Optional.empty();
        };
    }

    /** In the form that machines send, which takes no pattern to see. */
    private static boolean isNormal(String text) {
        return text.length() == 12 && text.startsWith("+84") && isDigits(text, 3);
    }

    /** As people dial it, without anything between. */
    private static boolean isLocal(String text) {
        return text.length() == 10 && text.charAt(0) == '0' && isDigits(text, 1);
    }

    private static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    /** As people dial it: {@code 0xxxxxxxxx}. */
    public String local() {
        return "0" + e164.substring(3);
    }

    /** The code of the carrier that the number's block was given to; numbers are portable, so a guess only. Null where it is not known. */
    public @Nullable String likelyCarrier() {
        return NumberPlan.carrierOf(local()).orElse(null);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Msisdn[…]";
    }
}
