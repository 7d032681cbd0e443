package org.goichung.eligibility.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of what the compiler found wrong how to mend it, in words of those who write criteria and not of its grammar. */
final class Hints {
    private static final Hint QUESTION_MARK = new Hint(
            "write worker.age without ?: a missing fact leaves the answer open by itself",
            "viết worker.age không kèm dấu ?: thiếu dữ kiện thì kết quả tự là chưa rõ");
    private static final Hint HAS = new Hint(
            "has() asks about one fact, as in has(worker.age)", "has() chỉ hỏi một dữ kiện, ví dụ has(worker.age)");
    private static final Hint LOOP = new Hint(
            "a loop names its value and its condition, as in ['A', 'B'].exists(x, worker.carrier == x)",
            "vòng lặp ghi tên giá trị rồi đến tiêu chí, ví dụ ['A', 'B'].exists(x, worker.carrier == x)");
    private static final Hint TOO_DEEP = new Hint(
            "too much stands within one another: fewer parentheses, shorter chains, or several criteria",
            "lồng nhau quá nhiều: hãy bớt dấu ngoặc, viết chuỗi ngắn hơn, hoặc tách thành nhiều tiêu chí");
    private static final Hint RANGE =
            new Hint("write a range as a >= 3 && a <= 9", "khoảng giá trị viết là a >= 3 && a <= 9");
    private static final Hint A_DAY = new Hint(
            "a day of the calendar stands here: write a day as day('2026-01-31')",
            "ở đây cần một ngày có thật: ngày phải viết là day('2026-01-31')");

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
        KNOWN.put(
                Pattern.compile("no matching overload for '([^']+)' applied to '([\\w.]*?)\\.?\\((.*?)\\)'(?: \\(|$)"),
                found -> TypeHints.mixed(
                        found.word(), found.found().group(2), found.found().group(3)));
        KNOWN.put(Pattern.compile("type '([^']+)' does not support field selection"), Hints::behindAFact);
        KNOWN.put(Pattern.compile("invalid argument to has\\(\\) macro"), found -> HAS);
        KNOWN.put(Pattern.compile("argument must be a simple name|cannot be range of a comprehension"), found -> LOOP);
        KNOWN.put(Pattern.compile("node limit \\((\\d+)\\) exceeded"), Hints::tooManyParts);
        KNOWN.put(Pattern.compile("recursion limit exceeded|AST's depth exceeds|depth limit"), found -> TOO_DEEP);
        KNOWN.put(Pattern.compile("code point size exceeds limit: size: \\d+, limit (\\d+)"), Hints::tooLong);
        KNOWN.put(Pattern.compile("unsupported syntax '(\\.\\?|\\[\\?)"), found -> QUESTION_MARK);
        KNOWN.put(Pattern.compile(DayMacro.FAULT), found -> A_DAY);
        KNOWN.put(Pattern.compile("For input string: \"(\\d+)"), Hints::tooLarge);
        KNOWN.put(Pattern.compile("token recognition error at: '([^']*)"), Hints::strangeSign);
        KNOWN.put(
                Pattern.compile("(missing '\\)' at|expecting \\{?'\\)')"),
                found -> new Hint("a parenthesis is not closed", "thiếu dấu ngoặc đóng )"));
        KNOWN.put(
                Pattern.compile("expecting \\{'(])'"),
                found -> new Hint("a list is not closed: ] is missing", "danh sách chưa đóng: thiếu dấu ]"));
        KNOWN.put(Pattern.compile("reserved identifier: (\\w+)"), Hints::onlyTheCriterion);
        KNOWN.put(Pattern.compile("(?:mismatched|extraneous) input '<EOF>'()"), Hints::nothingFollows);
        KNOWN.put(Pattern.compile("(?:mismatched|extraneous) input '(.+?)'(?: expecting|$)"), Hints::misfit);
        KNOWN.put(Pattern.compile("no viable alternative at input '(.*)'"), Hints::noWay);
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
        return new Hint(
                "this cannot be read here: write conditions like worker.age >= 40 && worker.unionMember",
                "chỗ này chưa đọc được: hãy viết tiêu chí như worker.age >= 40 && worker.unionMember");
    }

    private static Hint behindAFact(Found found) {
        return new Hint(
                "this is " + TypeHints.type(found.word(), false) + ", and nothing stands behind it with a dot",
                "đây là " + TypeHints.type(found.word(), true) + ", phía sau không viết thêm dấu chấm");
    }

    private static Hint tooManyParts(Found found) {
        return new Hint(
                "too many parts: at most " + found.word() + "; make several criteria of it",
                "quá nhiều phần: nhiều nhất " + found.word() + "; hãy tách thành nhiều tiêu chí");
    }

    private static Hint tooLong(Found found) {
        return new Hint(
                "too long: at most " + found.word() + " characters; make several criteria of it",
                "quá dài: nhiều nhất " + found.word() + " ký tự; hãy tách thành nhiều tiêu chí");
    }

    private static Hint nothingFollows(Found found) {
        if (found.before().contains("?.")) return QUESTION_MARK;
        return new Hint("something is missing at the end", "còn thiếu ở cuối biểu thức");
    }

    private static Hint noWay(Found found) {
        if (found.rest().startsWith(".") && (found.before() + found.rest()).matches("(?s).*\\d\\s*\\.\\.+\\s*\\d.*"))
            return RANGE;
        if (found.behind(".") || found.rest().startsWith(".") || found.word().contains("."))
            return new Hint(
                    "the name of a fact stands behind the dot, as in worker.age",
                    "sau dấu chấm là tên dữ kiện, ví dụ worker.age");
        return new Hint(
                "'" + found.rest().strip() + "' does not fit here",
                "'" + found.rest().strip() + "' không đặt được ở đây");
    }

    private static Hint noFunction(String word) {
        String known = "size, startsWith, endsWith, contains, matches, exists, all, day, has";
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "day", "date", "ngay", "todate", "timestamp" -> A_DAY;
            case "all", "exists", "exists_one", "map", "filter", "any" -> LOOP;
            default ->
                new Hint(
                        "there is no function '" + word + "'; there are " + known,
                        "không có hàm '" + word + "'; hiện có " + known);
        };
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
        if (found.rest().startsWith("(")) return noFunction(word);
        boolean capitals = word.matches("[A-Z][A-Z0-9_-]+");
        if (found.behind("=") || found.behind("in") || capitals)
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
                "the result has to be yes or no, and is " + TypeHints.type(found.word(), false)
                        + "; compare it with something",
                "kết quả phải là đúng hoặc sai, nhưng đây là " + TypeHints.type(found.word(), true)
                        + "; hãy so sánh với một giá trị");
    }

    static Hint tooLarge(Found found) {
        return TOO_LARGE;
    }

    static final Hint TOO_LARGE = new Hint(
            "the number is too large: at most a thousand million million", "số quá lớn: nhiều nhất là một triệu tỉ");

    private static Hint strangeSign(Found found) {
        String sign = found.word().strip();
        String rest = found.rest();
        if (rest.startsWith("'") || rest.startsWith("\""))
            return rest.indexOf('\\') > 0
                    ? new Hint(
                            "the text is not closed, or has an unknown sign behind \\",
                            "chữ chưa đóng dấu nháy, hoặc có ký hiệu lạ sau dấu \\")
                    : new Hint(
                            "the text is not closed: " + rest.charAt(0) + " is missing at its end",
                            "chữ chưa đóng: thiếu dấu " + rest.charAt(0) + " ở cuối");
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
        if (sign.matches("[\\p{L}&&[^a-zA-Z]].*"))
            return new Hint(
                    "names are written without accents, as in worker.age; texts stand in quotes",
                    "tên dữ kiện viết không dấu, ví dụ worker.age; chữ đặt trong dấu nháy");
        return new Hint("the sign '" + sign + "' has no meaning here", "ký hiệu '" + sign + "' không dùng được ở đây");
    }

    private static Hint onlyTheCriterion(Found found) {
        return new Hint(
                "'" + found.word() + "' has no meaning here: write the criterion alone",
                "không dùng '" + found.word() + "' ở đây: chỉ viết tiêu chí");
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
                return RANGE;
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
}
