package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an address, from the small to the large. Commas, brackets and lines stand between them; where there is none, blanks with a
 * dash or a slash do; where there is none either, the words themselves tell where a part begins.
 */
final class AddressParts {
    private static final Pattern BETWEEN = Pattern.compile("[,;()\\[\\]\\n]");
    /** Not 12/4, which is a house. */
    private static final Pattern DASHED = Pattern.compile(" [-–—] |(?<!\\d|\\d )/|/(?! ?\\d)");
    /** Said of a name that is no more, or is new. No name of before or of today ends with cũ. */
    private static final Pattern BYGONE = Pattern.compile(
            "[(\\[] ?(cũ|cu|mới|moi) ?[)\\]]| cũ(?= ?($|[,;()\\[\\]\\n/]|[-–—] ))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}&&[^\\n]]+");
    /** Vị Thanh - I is ward I of Vị Thanh, or the commune Vị Thanh 1. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}|[IVXivx]{1,5}");

    private static final Pattern BEHIND_DASH =
            Pattern.compile("(?<!\\d) ?[-–—/] ?(?:\\d{1,2}|[IVXivx]{1,5}) ?(?=$|[-–—/,;()\\[\\]\\n])");
    private static final Pattern CODE = Pattern.compile("\\d+");
    private static final List<String> COUNTRY = List.of("viet nam", "vietnam", "vn");
    /** Thành phố Bà Rịa - Vũng Tàu. */
    private static final int LONGEST_PROVINCE = 7;

    private AddressParts() {}

    /** @param beside the province where it is written apart */
    static List<String> of(String written, Places.@Nullable Province beside) {
        String text = withoutBygone(written);
        List<String> parts = split(BETWEEN, text);
        if (parts.size() == 1) parts = joinNames(split(DASHED, parts.getFirst()));
        if (parts.size() == 1) parts = words(parts.getFirst(), beside);
        if (parts.size() > 1 && COUNTRY.contains(Folded.of(parts.getLast()))) parts.removeLast();
        if (largeFirst(parts, beside)) Collections.reverse(parts);
        return parts;
    }

    /** Hậu Giang (cũ) is Hậu Giang. */
    static String withoutBygone(String written) {
        String apart = BLANKS.matcher(Spelling.composed(written)).replaceAll(" ");
        return BYGONE.matcher(apart).replaceAll("");
    }

    /** Whether a number stands behind a dash: it may be part of the name before it, or a name of its own. */
    static boolean numberBehindDash(String written) {
        return BEHIND_DASH.matcher(BLANKS.matcher(written).replaceAll(" ")).find();
    }

    private static List<String> split(Pattern between, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : between.split(text)) if (!Name.written(part).isEmpty()) parts.add(part.strip());
        return parts;
    }

    /** Bà Rịa - Vũng Tàu is one name. */
    private static List<String> joinNames(List<String> pieces) {
        List<String> parts = new ArrayList<>();
        for (String piece : pieces) {
            String joined = parts.isEmpty() ? piece : parts.getLast() + " " + piece;
            boolean one = isKnown(joined) && !NUMBER.matcher(piece).matches();
            if (!parts.isEmpty() && one) parts.removeLast();
            parts.add(one ? joined : piece);
        }
        return parts;
    }

    /** Xã Đông Phú Hậu Giang, P5 Q3 TPHCM. */
    private static List<String> words(String part, Places.@Nullable Province beside) {
        if (isKnown(part) || beginsName(part)) return new ArrayList<>(List.of(part));
        List<String> words = List.of(part.split(" "));
        for (int from = Math.max(1, words.size() - LONGEST_PROVINCE); from < words.size(); from++) {
            String head = join(words.subList(0, from));
            String tail = join(words.subList(from, words.size()));
            if (Kind.written(Spelling.exact(head)) != null || !namesProvince(tail, beside)) continue;
            List<String> parts = byKinds(head);
            parts.add(tail);
            return parts;
        }
        return byKinds(part);
    }

    private static List<String> byKinds(String text) {
        List<String> parts = new ArrayList<>();
        if (isKnown(text)) return new ArrayList<>(List.of(text));
        List<String> words = List.of(text.split(" "));
        int start = 0;
        for (int at = 1; at < words.size(); at++) {
            if (!beginsWithKind(words, at) || isKind(words, start, at) || isKind(words, at - 1, at + 1)) continue;
            parts.add(join(words.subList(start, at)));
            start = at;
        }
        parts.add(join(words.subList(start, words.size())));
        return parts;
    }

    private static boolean beginsWithKind(List<String> words, int at) {
        String rest = join(words.subList(at, Math.min(words.size(), at + 3)));
        return Name.written(rest).stream().anyMatch(name -> name.kind() != null);
    }

    private static boolean isKind(List<String> words, int from, int to) {
        return Kind.written(Spelling.exact(join(words.subList(from, to)))) != null;
    }

    private static String join(List<String> words) {
        return String.join(" ", words);
    }

    private static boolean isKnown(String part) {
        return Name.written(part).stream().anyMatch(AddressParts::isKnown);
    }

    private static boolean isKnown(Name name) {
        return Places.named(name).stream().anyMatch(place -> name.kindFits(place.name()) != Name.Fit.NONE)
                || !FormerProvinces.named(name).isEmpty()
                || FormerPlaces.isKnown(name);
    }

    /** As it is while somebody is still writing. */
    private static boolean beginsName(String part) {
        List<String> written = Name.written(part).stream().map(Name::folded).toList();
        return Places.all().stream()
                .anyMatch(place -> written.stream().anyMatch(place.name().folded()::startsWith));
    }

    private static boolean namesProvince(String part, Places.@Nullable Province beside) {
        return !CODE.matcher(part).matches()
                && Places.writtenProvince(part)
                        .filter(province -> beside == null || beside.narrowed(province) != null)
                        .isPresent();
    }

    /** Hậu Giang, Xã Đông Phú; but Hòa Bình, Chợ Mới is the commune of that district. */
    private static boolean largeFirst(List<String> parts, Places.@Nullable Province beside) {
        if (parts.size() < 2
                || !namesProvince(parts.getFirst(), beside)
                || Places.writtenProvince(parts.getLast()).isPresent()) return false;
        return Name.written(parts.getFirst()).stream().noneMatch(first -> FormerPlaces.communes(first).stream()
                .filter(commune -> first.kindFits(commune.name()) != Name.Fit.NONE)
                .anyMatch(commune -> Name.written(parts.getLast()).stream()
                        .anyMatch(last ->
                                last.fits(Name.official(String.valueOf(commune.district()))) != Name.Fit.NONE)));
    }
}
