package org.goichung.workforce.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.goichung.workforce.PhoneKind;

/** Reads what people write into cells; empty where it cannot be read without guessing. */
final class Cells {
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern CURRENCY = Pattern.compile("(?:vnđ|vnd|đồng|dong|đ|₫)$");
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,15}|\\d{1,3}(?:\\.\\d{3}){1,4}|\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,3}(?: \\d{3}){1,4})");
    private static final Pattern CENTS = Pattern.compile("(?<=\\d)(?:,0{1,2}|\\.0{1,2})$");
    private static final Pattern VOLUME = Pattern.compile("(\\d{1,15})(?:[.,](\\d{1,3}))? ?(tb|gb|mb|kb|b|bytes?)?");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "tb", new BigDecimal("1000000000000"),
            "gb", new BigDecimal("1000000000"),
            "mb", new BigDecimal("1000000"),
            "kb", new BigDecimal("1000"));
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]00:00(?::00)?)?");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> YES =
            Set.of("co", "x", "1", "yes", "y", "true", "dung", "doan vien", "da", "da vao", "v", "t");
    private static final Set<String> NO = Set.of("khong", "0", "no", "n", "false", "sai", "chua", "ko", "k", "f");
    private static final List<String> SMART =
            List.of("thong minh", "smart", "android", "iphone", "ios", "cam ung", "samsung galaxy");
    private static final List<String> PLAIN = List.of(
            "pho thong", "feature", "cuc gach", "ban phim", "phim bam", "basic", "nghe goi", "co ban", "thuong");

    private Cells() {}

    /** Whether a spreadsheet has written a number as {@code 9.1E+10}: its digits are gone. */
    static boolean lostDigits(String text) {
        return EXPONENT.matcher(text.replace(" ", "")).matches();
    }

    /** {@code 5500000}, {@code 5.500.000}, {@code 5,500,000 đ}: whole đồng. */
    static Optional<Long> vnd(String text) {
        String bare = CURRENCY.matcher(text.toLowerCase(Locale.ROOT).strip())
                .replaceFirst("")
                .strip();
        String whole = CENTS.matcher(bare).replaceFirst("");
        if (!AMOUNT.matcher(whole).matches()) return Optional.empty();
        return Optional.of(Long.parseLong(whole.replaceAll("[., ]", "")));
    }

    /** {@code 3 GB}, {@code 1,5GB}, {@code 500 MB}, or plain bytes. */
    static Optional<Long> bytes(String text) {
        var volume = VOLUME.matcher(text.toLowerCase(Locale.ROOT).strip());
        if (!volume.matches()) return Optional.empty();
        String fraction = volume.group(2) == null ? "0" : volume.group(2);
        String unit = volume.group(3) == null ? "b" : volume.group(3);
        var amount =
                new BigDecimal(volume.group(1) + "." + fraction).multiply(UNITS.getOrDefault(unit, BigDecimal.ONE));
        try {
            return Optional.of(amount.longValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** {@code dd/MM/yyyy} or {@code yyyy-MM-dd}, between 1940 and 2200. */
    static Optional<LocalDate> date(String text) {
        try {
            var iso = ISO.matcher(text);
            var local = DATE.matcher(text);
            LocalDate date;
            if (iso.matches()) date = LocalDate.parse(iso.group(1));
            else if (local.matches())
                date = LocalDate.parse(local.group(1) + "/" + local.group(2) + "/" + local.group(3), STRICT);
            else return Optional.empty();
            return Optional.of(date).filter(day -> day.getYear() >= 1940 && day.getYear() <= 2200);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A year, or the year of a date. */
    static Optional<Integer> birthYear(String text, LocalDate today) {
        Optional<Integer> year = YEAR.matcher(text).matches()
                ? Optional.of(Integer.parseInt(text))
                : date(text).map(LocalDate::getYear);
        return year.filter(one -> BirthYear.isPlausible(one, today));
    }

    static Optional<Integer> count(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    static Optional<Boolean> yesOrNo(String text) {
        String folded = Folded.of(text);
        if (YES.contains(folded) || text.equals("✓") || text.equals("✔")) return Optional.of(true);
        return NO.contains(folded) ? Optional.of(false) : Optional.empty();
    }

    static Optional<PhoneKind> phoneKind(String text) {
        String folded = Folded.of(text);
        if (PLAIN.stream().anyMatch(folded::contains)) return Optional.of(PhoneKind.FEATURE);
        return SMART.stream().anyMatch(folded::contains) ? Optional.of(PhoneKind.SMARTPHONE) : Optional.empty();
    }

    /** A carrier's code from its name as people write it. */
    static Optional<String> carrier(String text) {
        String folded = Folded.of(text).replace(" ", "").toUpperCase(Locale.ROOT);
        return switch (folded) {
            case "VINA", "VNPT", "VINAPHONE" -> Optional.of("VINAPHONE");
            case "MOBI", "MOBIFONE", "MOBIPHONE" -> Optional.of("MOBIFONE");
            case "VNM", "VIETNAMMOBILE", "VIETNAMOBILE" -> Optional.of("VIETNAMOBILE");
            case "GTEL", "GMOBILE" -> Optional.of("GMOBILE");
            case "VIETTEL", "VIETEL" -> Optional.of("VIETTEL");
            default -> Optional.empty();
        };
    }
}
