package org.goichung.workforce.model;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it compares where accents count: in one Unicode form, in small letters, the tone in one of the two places in use. */
final class Spelling {
    /** Hòa and Hoà, Thúy and Thuý are spelt both ways; as before 1984, then as in schoolbooks since. */
    private static final String[][] TONES = {
        {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
        {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
        {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"},
    };

    private Spelling() {}

    static String exact(String name) {
        String one = Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        for (String[] tone : TONES) one = one.replace(tone[0], tone[1]);
        return one;
    }
}
