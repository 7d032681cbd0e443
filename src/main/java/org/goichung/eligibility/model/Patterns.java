package org.goichung.eligibility.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** What a text is as the pattern of {@code matches()}, before and after the machine that runs it has read it. */
final class Patterns {
    static final int MAX_PROGRAM = 500;
    /** What it would be written out, at most: so much is read in no time. */
    private static final long MAX_WRITTEN_OUT = 5_000;

    private static final java.util.regex.Pattern REPEAT = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    private static final Hint LARGE = new Hint(
            "the pattern of matches() is too large: repeat less in it", "mẫu của matches() quá lớn: hãy lặp ít hơn");
    private static final Hint BROKEN =
            new Hint("the pattern of matches() cannot be read", "mẫu của matches() viết chưa đúng");

    /** By a piece of what the machine says. */
    private static final Map<String, Hint> KNOWN = Map.of(
            "invalid or unsupported Perl syntax",
            new Hint(
                    "the pattern of matches() has no (?=…), (?!…), (?<…) or (?>…)",
                    "mẫu của matches() không dùng được (?=…), (?!…), (?<…) hay (?>…)"),
            "invalid nested repetition operator",
            new Hint(
                    "in the pattern of matches() one repetition follows another: write one of *, + and ?",
                    "mẫu của matches() có hai dấu lặp liền nhau: chỉ viết một trong *, + và ?"),
            "invalid escape sequence",
            new Hint(
                    "the pattern of matches() has an unknown sign behind \\: there are \\d, \\w, \\s, \\b and \\ before a sign itself",
                    "mẫu của matches() có ký hiệu lạ sau dấu \\: chỉ có \\d, \\w, \\s, \\b và \\ trước chính một dấu"),
            "missing closing",
            new Hint(
                    "in the pattern of matches() a bracket is not closed",
                    "mẫu của matches() còn một dấu ngoặc chưa đóng"),
            "unexpected )",
            new Hint("the pattern of matches() has a parenthesis too many", "mẫu của matches() thừa một dấu ngoặc )"),
            "missing argument to repetition operator",
            new Hint(
                    "in the pattern of matches() nothing stands before *, + or ?",
                    "mẫu của matches() không có gì trước dấu *, + hoặc ?"),
            "invalid character class range",
            new Hint(
                    "the pattern of matches() has a range from more to less, or an unknown class",
                    "mẫu của matches() có khoảng ký tự ngược, hoặc loại ký tự lạ"),
            "invalid repeat count",
            LARGE);

    private Patterns() {}

    /** What is wrong with it; empty where it can be used. */
    static Optional<Hint> fault(String pattern) {
        if (writtenOut(pattern) > MAX_WRITTEN_OUT) return Optional.of(LARGE);
        try {
            return size(pattern) > MAX_PROGRAM ? Optional.of(LARGE) : Optional.empty();
        } catch (PatternSyntaxException broken) {
            String said = String.valueOf(broken.getMessage());
            return Optional.of(KNOWN.entrySet().stream()
                    .filter(each -> said.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(BROKEN));
        }
    }

    /** How many steps its program has. */
    static int size(String pattern) {
        return Pattern.compile(pattern).programSize();
    }

    /**
     * How many signs it would have without repetitions, told before anybody reads it: one that repeats itself a million times would take
     * all memory. Counts multiply where they are nested.
     */
    private static long writtenOut(String pattern) {
        Deque<Long> outside = new ArrayDeque<>();
        long size = 0;
        long last = 0;
        Matcher repeat = REPEAT.matcher(pattern);
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            if (sign == '(') {
                outside.push(size);
                size = 0;
                last = 0;
            } else if (sign == ')' && !outside.isEmpty()) {
                last = size + 1;
                size = outside.pop() + last;
            } else if (sign == '{' && repeat.region(at, pattern.length()).lookingAt()) {
                // counts behind one another multiply what they stand behind
                size -= last;
                last = Math.min(last * most(repeat), MAX_WRITTEN_OUT + 1);
                size += last;
                at = repeat.end() - 1;
            } else {
                if (sign == '\\') at++;
                last = 1;
                size++;
            }
            if (size > MAX_WRITTEN_OUT) return size;
        }
        return size;
    }

    private static long most(Matcher repeat) {
        String written = repeat.group(2) == null || repeat.group(2).isEmpty() ? repeat.group(1) : repeat.group(2);
        return written.length() > 4 ? MAX_WRITTEN_OUT + 1 : Math.max(1, Long.parseLong(written));
    }
}
