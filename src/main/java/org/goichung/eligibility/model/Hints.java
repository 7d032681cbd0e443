package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of what the compiler found wrong how to mend it, where that can be told. */
final class Hints {
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']+)'");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'");
    private static final Pattern NOT_BOOLEAN = Pattern.compile("expected type 'bool' but found '([^']+)'");
    private static final Pattern NO_OVERLOAD = Pattern.compile("no matching overload");

    private Hints() {}

    static String better(String message) {
        Matcher field = UNDEFINED_FIELD.matcher(message);
        if (field.find()) return "there is no fact '" + field.group(1) + "'" + nearest(field.group(1));
        Matcher name = UNDECLARED.matcher(message);
        if (name.find())
            return "there is nothing called '" + name.group(1)
                    + "'; expressions speak of worker.*, employment.*, enterprise.* and today" + nearest(name.group(1));
        Matcher type = NOT_BOOLEAN.matcher(message);
        if (type.find())
            return "the result has to be yes or no, and is of type '" + type.group(1) + "'; compare it with something";
        if (NO_OVERLOAD.matcher(message).find())
            return message + "; numbers are compared with numbers and texts with texts in quotes";
        return message;
    }

    private static String nearest(String written) {
        Optional<Fact> near = Arrays.stream(Fact.values())
                .filter(fact -> distance(fact.field(), written) <= 3)
                .min(Comparator.comparingInt(fact -> distance(fact.field(), written)));
        return near.map(fact -> "; is " + fact.qualifiedName() + " meant?").orElse("");
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
