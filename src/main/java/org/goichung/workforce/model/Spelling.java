package org.goichung.workforce.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name as it compares where accents count: in one Unicode form, in small letters, the tone in one of the two places in use. */
final class Spelling {
    /** Hòa and Hoà, Thúy and Thuý are spelt both ways; as before 1984, then as in schoolbooks since. */
    private static final String[][] TONES = {
        {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
        {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
        {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"},
    };

    private static final String Y = "yýỳỷỹỵ";
    private static final String I = "iíìỉĩị";
    /** Alone behind consonants both letters are one sound: Mỹ and Mĩ, Quy and Qui; not Tuy and Tui, Tây and Tâi. */
    private static final Pattern Y_ALONE = Pattern.compile("([bcdđghklmnprstvx]+|qu)([" + Y + "])");

    private static final List<String> NUMERALS =
            List.of("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" "));

    private Spelling() {}

    /** In the one Unicode form that texts are compared in. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static String exact(String name) {
        String one = composed(name).strip().toLowerCase(Locale.ROOT);
        for (String[] tone : TONES) one = one.replace(tone[0], tone[1]);
        return one;
    }

    /**
     * Words in small letters, where y counts as i: Quy Nhơn is Qui Nhơn.
     *
     * @param numerals whether Roman ones count as their digits, too: Hoà Tú II is Hoà Tú 2
     */
    static String loose(String words, boolean numerals) {
        return Arrays.stream(words.split(" "))
                .map(word -> loose(numerals, word))
                .collect(Collectors.joining(" "));
    }

    private static String loose(boolean numerals, String word) {
        var y = Y_ALONE.matcher(word);
        String one = y.matches() ? y.group(1) + I.charAt(Y.indexOf(y.group(2))) : word;
        int numeral = numerals ? NUMERALS.indexOf(one) + 1 : 0;
        return numeral > 0 ? String.valueOf(numeral) : one;
    }
}
