package org.goichung.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds people in a log however they are written: numbers with any prefix and any gaps, names with and without accents. */
final class PeopleInLog {
    /** A mobile number as written here or abroad or without its prefix, with gaps or without; no piece of a longer number or an id. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9a-zA-Z-])(?=(?:\\+?84[ .-]?|0)?([35789](?:[ .-]?\\d){8})(?!\\d))");

    private static final Pattern NATIONAL_ID = Pattern.compile("(?<![0-9a-zA-Z-])(?=(0(?:[ .-]?\\d){11})(?!\\d))");
    private static final int SIGNIFICANT_DIGITS = 9;

    private final Set<String> numbers;
    private final Set<String> nationalIds;

    /** Letters alone, without accents and case, one blank between words. */
    private final String words;

    PeopleInLog(String log) {
        numbers = all(NUMBER, log);
        nationalIds = all(NATIONAL_ID, log);
        words = " " + folded(log) + " ";
    }

    private static Set<String> all(Pattern pattern, String log) {
        return pattern.matcher(log)
                .results()
                .map(found -> found.group(1).replaceAll("\\D", ""))
                .collect(Collectors.toSet());
    }

    /** The numbers of which the log has the part that is the same in every writing. */
    Set<String> numbers(Collection<String> e164) {
        Set<String> found = new TreeSet<>();
        for (String number : e164)
            if (numbers.contains(number.substring(number.length() - SIGNIFICANT_DIGITS))) found.add(number);
        return found;
    }

    Set<String> nationalIds(Collection<String> ids) {
        Set<String> found = new TreeSet<>(ids);
        found.retainAll(nationalIds);
        return found;
    }

    Set<String> names(Collection<String> names) {
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            List<String> parts = new ArrayList<>(List.of(folded(name).split(" ")));
            // in any order of the parts that tables have: as it is spoken, and family name last
            String spoken = String.join(" ", parts);
            parts.add(parts.removeFirst());
            if (words.contains(" " + spoken + " ") || words.contains(" " + String.join(" ", parts) + " "))
                found.add(name);
        }
        return found;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
    }
}
