package org.goichung.eligibility.model;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the values in an expression are of one kind, and such as facts have: what is compared with anything else holds for nobody, and
 * nobody would notice.
 */
final class Values {
    private static final Hint MAPS = new Hint(
            "there are no values in { }: compare facts with numbers, texts in quotes, or lists in [ ]",
            "không dùng được giá trị trong { }: hãy so sánh dữ kiện với số, chữ trong dấu nháy, hoặc danh sách trong [ ]");
    private static final Hint MIXED = new Hint(
            "a list holds values of one kind: numbers alone, as in [40, 41], or texts alone, as in ['A', 'B']",
            "danh sách chỉ chứa một loại giá trị: toàn số, ví dụ [40, 41], hoặc toàn chữ, ví dụ ['A', 'B']");
    private static final Hint EMPTY = new Hint(
            "the list is empty: write values into it, as in ['A', 'B']",
            "danh sách đang trống: hãy ghi giá trị vào, ví dụ ['A', 'B']");
    static final Hint BYTES = new Hint("write the text without b", "viết chữ không kèm b phía trước");

    /** More are not named in a hint. */
    private static final int MOST_CARRIERS = 12;

    private static final Pattern CARRIER = Pattern.compile("[A-Z0-9][A-Z0-9_-]*");
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Values() {}

    /**
     * What is wrong with this node; empty where nothing is.
     *
     * @param codes those there are
     */
    static Optional<Hint> fault(CelAbstractSyntaxTree tree, CelNavigableExpr node, Codes codes) {
        return switch (node.getKind()) {
            case MAP, STRUCT -> Optional.of(MAPS);
            case LIST -> listFault(tree, node);
            case SELECT -> factFault(node, codes);
            case CONSTANT ->
                tree.getType(node.id())
                        .filter(type -> type.kind() == CelKind.BYTES)
                        .map(bytes -> BYTES);
            default -> Optional.empty();
        };
    }

    private static Optional<Hint> listFault(CelAbstractSyntaxTree tree, CelNavigableExpr node) {
        // a loop that makes a list begins with an empty one
        boolean ofLoop = node.parent()
                .map(parent ->
                        parent.getKind() == Kind.COMPREHENSION || parent.getKind() == Kind.CALL && inLoop(parent))
                .orElse(false);
        var elements = node.expr().list().elements();
        if (elements.isEmpty()) return ofLoop ? Optional.empty() : Optional.of(EMPTY);
        long kinds = elements.stream()
                .map(element -> tree.getType(element.id()).map(CelType::name).orElse(""))
                .distinct()
                .count();
        return kinds > 1 ? Optional.of(MIXED) : Optional.empty();
    }

    private static boolean inLoop(CelNavigableExpr node) {
        for (var above = node.parent(); above.isPresent(); above = above.get().parent())
            if (above.get().getKind() == Kind.COMPREHENSION) return true;
        return false;
    }

    private static Optional<Hint> factFault(CelNavigableExpr node, Codes codes) {
        Fact fact = Cut.factOf(node);
        if (fact == null || fact.kind() != Fact.Kind.TEXT) return Optional.empty();
        List<Object> compared = Cut.comparedWith(node, fact.kind());
        if (compared == null) return Optional.empty();
        return compared.stream()
                .map(String.class::cast)
                .flatMap(value -> fault(fact, value, codes).stream())
                .findFirst();
    }

    private static Optional<Hint> fault(Fact fact, String value, Codes codes) {
        if (!mayBe(fact, value)) return Optional.of(never(fact, value));
        return switch (fact) {
            case CARRIER ->
                codes.carriers().contains(value) ? Optional.empty() : Optional.of(noCarrier(value, codes.carriers()));
            case PROVINCE_CODE -> codes.provinces().test(value) ? Optional.empty() : Optional.of(noPlace(value));
            case COMMUNE_CODE -> codes.communes().test(value) ? Optional.empty() : Optional.of(noPlace(value));
            default -> Optional.empty();
        };
    }

    /** Most likely one of before the merger. */
    private static Hint noPlace(String value) {
        return new Hint(
                "no place has the code '" + value
                        + "' since 2025-07-01: GET /v1/places finds today's code by the name, old or new",
                "từ 01/07/2025 không còn nơi nào mang mã '" + value
                        + "': tìm mã hiện nay theo tên cũ hoặc mới bằng GET /v1/places");
    }

    /** The likeliest first. */
    private static Hint noCarrier(String value, Set<String> carriers) {
        String known = carriers.stream()
                .sorted(Comparator.<String>comparingInt(code -> FactNames.distance(code, value))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_CARRIERS)
                .map(code -> "'" + code + "'")
                .collect(Collectors.joining(", "));
        return new Hint(
                "there is no carrier '" + value + "': there are " + known,
                "không có nhà mạng '" + value + "': hiện có " + known);
    }

    private static boolean mayBe(Fact fact, String value) {
        return switch (fact) {
            case PHONE_KIND -> value.equals(Facts.SMARTPHONE) || value.equals(Facts.FEATURE);
            case CARRIER -> CARRIER.matcher(value).matches();
            case PROVINCE_CODE -> PROVINCE.matcher(value).matches();
            case COMMUNE_CODE -> COMMUNE.matcher(value).matches();
            case ENTERPRISE_ID -> UUID.matcher(value).matches();
            default -> true;
        };
    }

    private static Hint never(Fact fact, String value) {
        String what = fact.qualifiedName() + " is never '" + value + "'";
        String whatVi = fact.qualifiedName() + " không bao giờ là '" + value + "'";
        return switch (fact) {
            case PHONE_KIND ->
                new Hint(
                        what + ": there are 'smartphone' and 'feature'", whatVi + ": chỉ có 'smartphone' và 'feature'");
            case CARRIER ->
                new Hint(
                        what + ": carriers are written in capitals, as in 'VIETTEL'",
                        whatVi + ": mã nhà mạng viết hoa, ví dụ 'VIETTEL'");
            case PROVINCE_CODE ->
                new Hint(
                        what + ": a province is its code of two digits, as in '92'",
                        whatVi + ": tỉnh ghi bằng mã hai chữ số, ví dụ '92'");
            case COMMUNE_CODE ->
                new Hint(
                        what + ": a commune is its code of five digits, as in '31117'",
                        whatVi + ": xã, phường ghi bằng mã năm chữ số, ví dụ '31117'");
            default ->
                new Hint(
                        what + ": it is an id in small letters, as GET /v1/enterprises tells it",
                        whatVi + ": đó là mã chữ thường, xem GET /v1/enterprises");
        };
    }
}
