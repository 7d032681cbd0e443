package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place's name as it compares, apart from its kind: words one blank apart, in small letters, without signs, numbers without leading
 * zeros.
 *
 * @param kind null where none is written
 * @param exact with its accents
 * @param folded without
 * @param spelt with its accents, however it is spelt: y as i, Roman numerals as digits
 * @param key without accents, however it is spelt
 */
record Name(@Nullable Kind kind, String exact, String folded, String spelt, String key) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200b\\ufeff]");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d+$)");
    /** {@code P1}, {@code p01}, {@code Q3}. */
    private static final Pattern NUMBERED = Pattern.compile("([pq])(\\d+)");

    /** How a written name fits a place's. */
    enum Fit {
        NONE,
        /** But for the kind, which is one of the same level. */
        AKIN,
        SAME
    }

    /** As a list has it, its kind first. */
    static Name official(String fullName) {
        return written(fullName).getLast();
    }

    /**
     * The ways to read what somebody wrote: {@code phuong binh} is Phương Bình, or a ward called Bình. Empty where there is no letter and
     * no digit.
     */
    static List<Name> written(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) return List.of();
        List<Name> readings = new ArrayList<>();
        readings.add(of(null, words));
        for (int length = Math.min(2, words.size() - 1); length > 0; length--) {
            String before = String.join(" ", words.subList(0, length));
            Kind kind = Kind.written(before);
            if (kind == null) continue;
            if (kind.isAccented(before)) readings.clear();
            readings.add(of(kind, words.subList(length, words.size())));
            break;
        }
        return readings;
    }

    Fit fits(Name official) {
        if (!key.equals(official.key)) return Fit.NONE;
        return kindFits(official);
    }

    /** Of the kinds alone. */
    Fit kindFits(Name official) {
        if (kind == null || kind == official.kind) return Fit.SAME;
        return official.kind != null && kind.akin(official.kind) ? Fit.AKIN : Fit.NONE;
    }

    boolean ofDistrict() {
        return kind != null && kind.ofDistricts();
    }

    boolean ofCommune() {
        return kind != null && kind.ofCommunes();
    }

    /** Whether the accents are the same. */
    boolean isSpelt(Name other) {
        return spelt.equals(other.spelt);
    }

    /** The same without its kind. */
    Name bare() {
        return new Name(null, exact, folded, spelt, key);
    }

    /** Without blanks: {@code Daklak} is Đắk Lắk. */
    String joined() {
        return key.replace(" ", "");
    }

    /** Whether nothing in it has an accent, so that accents may have been left out. */
    boolean plain() {
        return exact.equals(folded);
    }

    private static Name of(@Nullable Kind kind, List<String> words) {
        String exact = String.join(" ", words);
        String folded = Folded.of(exact);
        // Phường IV is a number, the beginning of a name is not
        boolean numerals = kind != null || words.size() > 1;
        return new Name(kind, exact, folded, Spelling.loose(exact, numerals), Spelling.loose(folded, numerals));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(Spelling.exact(UNSEEN.matcher(text).replaceAll("")))) {
            if (Folded.of(word).isEmpty()) continue;
            var numbered = NUMBERED.matcher(word);
            if (words.isEmpty() && numbered.matches()) {
                words.add(numbered.group(1));
                words.add(ZEROS.matcher(numbered.group(2)).replaceFirst(""));
            } else words.add(ZEROS.matcher(word).replaceFirst(""));
        }
        return words;
    }
}
