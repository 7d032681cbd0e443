package org.goichung.workforce.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as it compares without accents, case and doubled blanks: {@code Nguyễn  Thị Đào} is {@code nguyen thi dao}. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** Letters and digits only, words one blank apart. */
    public static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String plain =
                bare.replace('đ', 'd').replace('Đ', 'D').replace("\u200b", "").replace("\ufeff", "");
        return OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
