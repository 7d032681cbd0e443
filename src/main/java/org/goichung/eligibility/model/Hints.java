package org.goichung.eligibility.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of what the compiler found wrong how to mend it, in words of those who write conditions and not of its grammar. */
final class Hints {
    private static final Map<Pattern, Function<Found, Hint>> KNOWN = new LinkedHashMap<>();

    /** @param found what the compiler's message names; the rest of the expression begins at the fault */
    private record Found(MatchResult found, String before, String rest) {
        String word() {
            return found.group(1);
        }

        boolean behind(String sign) {
            return before.stripTrailing().endsWith(sign);
        }
    }

    static {
        KNOWN.put(Pattern.compile("undefined field '([^']+)'"), Hints::noFact);
        KNOWN.put(Pattern.compile("undeclared reference to '([^']+)'"), Hints::noName);
        KNOWN.put(Pattern.compile("expected type 'bool' but found '([^']+)'"), Hints::noYesOrNo);
        KNOWN.put(Pattern.compile("no matching overload for '([^']+)' applied to '\\(([^)]*)\\)'"), Hints::mixedTypes);
        KNOWN.put(
                Pattern.compile(DayMacro.FAULT),
                found -> new Hint("write a day as day('2026-01-31')", "ngày phải viết là day('2026-01-31')"));
        KNOWN.put(Pattern.compile("For input string: \"(\\d+)"), Hints::tooLarge);
        KNOWN.put(Pattern.compile("token recognition error at: '([^']*)"), Hints::strangeSign);
        KNOWN.put(
                Pattern.compile("(missing '\\)' at|expecting \\{?'\\)')"),
                found -> new Hint("a parenthesis is not closed", "thiếu dấu ngoặc đóng )"));
        KNOWN.put(
                Pattern.compile("expecting \\{'(])'"),
                found -> new Hint("a list is not closed: ] is missing", "danh sách chưa đóng: thiếu dấu ]"));
        KNOWN.put(Pattern.compile("reserved identifier: (\\w+)"), Hints::onlyTheCondition);
        KNOWN.put(
                Pattern.compile("(?:mismatched|extraneous) input '<EOF>'()"),
                found -> new Hint("something is missing at the end", "còn thiếu ở cuối biểu thức"));
        KNOWN.put(Pattern.compile("(?:mismatched|extraneous) input '([^']+)'"), Hints::misfit);
    }

    private Hints() {}

    /** @param column of the fault, from 0, in the one line it is in */
    static Hint better(String message, String line, int column) {
        int at = Math.clamp(column, 0, line.length());
        for (var each : KNOWN.entrySet()) {
            Matcher found = each.getKey().matcher(message);
            if (found.find())
                return each.getValue()
                        .apply(new Found(found.toMatchResult(), line.substring(0, at), line.substring(at)));
        }
        return new Hint(message, message);
    }

    private static Hint noFact(Found found) {
        String owner = found.before().replaceAll("^.*?(\\w+)\\.?$", "$1");
        String near = FactNames.near(found.word());
        String all = FactNames.of(owner);
        return near != null
                ? new Hint(
                        "there is no fact '" + found.word() + "'; is " + near + " meant?",
                        "không có dữ kiện '" + found.word() + "'; có phải là " + near + "?")
                : new Hint(
                        "there is no fact '" + found.word() + "'; there are " + all,
                        "không có dữ kiện '" + found.word() + "'; hiện có " + all);
    }

    private static Hint noName(Found found) {
        String word = found.word();
        if (found.behind("=") || found.behind("in"))
            return new Hint(
                    "there is nothing called '" + word + "': a text stands in quotes, as in '" + word + "'",
                    "không có gì tên là '" + word + "': chữ phải đặt trong dấu nháy, ví dụ '" + word + "'");
        String near = FactNames.near(word);
        return new Hint(
                "there is nothing called '" + word
                        + "'; expressions speak of worker.*, employment.*, enterprise.* and today"
                        + (near == null ? "" : "; is " + near + " meant?"),
                "không có gì tên là '" + word + "'; biểu thức dùng worker.*, employment.*, enterprise.* và today"
                        + (near == null ? "" : "; có phải là " + near + "?"));
    }

    private static Hint noYesOrNo(Found found) {
        return new Hint(
                "the result has to be yes or no, and is " + type(found.word(), false) + "; compare it with something",
                "kết quả phải là đúng hoặc sai, nhưng đây là " + type(found.word(), true)
                        + "; hãy so sánh với một giá trị");
    }

    private static Hint mixedTypes(Found found) {
        if (found.word().equals("@in"))
            return new Hint(
                    "behind in stands a list, as in ['A', 'B']", "sau in phải là một danh sách, ví dụ ['A', 'B']");
        String[] types = found.found().group(2).split(", ");
        if (types.length < 2)
            return new Hint(
                    "this cannot be done with " + type(types[0], false),
                    "không làm vậy được với " + type(types[0], true));
        return new Hint(
                type(types[0], false) + " and " + type(types[1], false)
                        + " do not go together: numbers are compared with numbers, texts with texts in quotes, yes-or-no with true or false",
                type(types[0], true) + " và " + type(types[1], true)
                        + " không so sánh được: số so với số, chữ so với chữ trong dấu nháy, đúng-sai so với true hoặc false");
    }

    static Hint tooLarge(Found found) {
        return TOO_LARGE;
    }

    static final Hint TOO_LARGE = new Hint(
            "the number is too large: at most a thousand million million", "số quá lớn: nhiều nhất là một triệu tỉ");

    private static Hint strangeSign(Found found) {
        String sign = found.word().strip();
        if (sign.equals("="))
            return new Hint("write == to compare (two equals signs)", "so sánh bằng phải viết == (hai dấu bằng)");
        if (sign.startsWith("=>")) return new Hint("write >= for at least", "lớn hơn hoặc bằng phải viết >=");
        if (sign.startsWith("=<")) return new Hint("write <= for at most", "nhỏ hơn hoặc bằng phải viết <=");
        if (sign.matches("[“”‘’„«»].*"))
            return new Hint(
                    "texts stand between straight quotes, as in 'VIETTEL'",
                    "chữ đặt trong dấu nháy thẳng, ví dụ 'VIETTEL'");
        if (sign.startsWith("&")) return new Hint("write && for 'and'", "'và' viết là &&");
        if (sign.startsWith("|")) return new Hint("write || for 'or'", "'hoặc' viết là ||");
        if (sign.matches("[≥≤≠].*"))
            return new Hint(
                    "write >=, <= or != with signs of the keyboard", "hãy viết >=, <= hoặc != bằng phím thường");
        return new Hint("the sign '" + sign + "' has no meaning here", "ký hiệu '" + sign + "' không dùng được ở đây");
    }

    private static Hint onlyTheCondition(Found found) {
        return new Hint(
                "'" + found.word() + "' has no meaning here: write the condition alone",
                "không dùng '" + found.word() + "' ở đây: chỉ viết điều kiện");
    }

    private static Hint misfit(Found found) {
        String word = found.word();
        String before = found.before().toLowerCase(Locale.ROOT);
        if (before.matches("(?s).*\\b(not|không)\\s+")) return new Hint("write ! for 'not'", "'không' viết là !");
        switch (word.toLowerCase(Locale.ROOT)) {
            case "and", "và" -> {
                return new Hint("write && for 'and'", "'và' viết là &&");
            }
            case "or", "hoặc" -> {
                return new Hint("write || for 'or'", "'hoặc' viết là ||");
            }
            case "is", "equals", "là" -> {
                return new Hint("write == to compare (two equals signs)", "so sánh bằng phải viết == (hai dấu bằng)");
            }
            case "between", "từ" -> {
                return new Hint("write a range as a >= 3 && a <= 9", "khoảng giá trị viết là a >= 3 && a <= 9");
            }
            case ")" -> {
                return new Hint("there is a parenthesis too many", "thừa một dấu ngoặc )");
            }
            default -> {}
        }
        if (word.equals(">") && found.behind("<")) return new Hint("write != for other than", "khác phải viết !=");
        if (before.matches("(?s).*\\d\\s*") && word.matches("[.,]?\\d*"))
            return new Hint("write numbers without separators, as in 7000000", "viết số liền nhau, ví dụ 7000000");
        return new Hint("'" + word + "' does not fit here", "'" + word + "' không đặt được ở đây");
    }

    private static String type(String name, boolean vi) {
        return switch (name) {
            case "int", "uint", "double" -> vi ? "một số" : "a number";
            case "string" -> vi ? "chữ" : "a text";
            case "bool" -> vi ? "đúng-sai" : "a yes-or-no";
            default -> name.startsWith("list") ? (vi ? "một danh sách" : "a list") : name;
        };
    }
}
