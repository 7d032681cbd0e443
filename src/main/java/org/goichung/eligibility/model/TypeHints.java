package org.goichung.eligibility.model;

/** Says what does not go together, in the words for kinds of values. */
final class TypeHints {
    private TypeHints() {}

    /**
     * @param function as the compiler calls it
     * @param target the type before the dot; empty where there is none
     * @param arguments their types, with commas between them
     */
    static Hint mixed(String function, String target, String arguments) {
        String[] types = arguments.split(", ");
        if (!target.isEmpty()) return method(function, target);
        return switch (function) {
            case "@in" -> in(types);
            case "_[_]" ->
                new Hint(
                        "nothing is picked by [ ] here: name a fact as worker.age, and ask a list by in",
                        "không dùng [ ] ở đây: dữ kiện viết là worker.age, danh sách thì hỏi bằng in");
            case "_?_:_" ->
                new Hint(
                        "before ? stands a yes-or-no, and behind it two values of one kind, as in worker.unionMember ? 30 : 40",
                        "trước dấu ? là đúng-sai, sau đó là hai giá trị cùng loại, ví dụ worker.unionMember ? 30 : 40");
            default ->
                types.length < 2
                        ? new Hint(
                                "this cannot be done with " + type(types[0], false),
                                "không làm vậy được với " + type(types[0], true))
                        : pair(types[0], types[1]);
        };
    }

    private static Hint in(String[] types) {
        if (types.length == 2 && types[1].startsWith("list(")) {
            String wanted = types[0];
            return wanted.equals("string")
                    ? new Hint(
                            "the list has to hold texts in quotes, as in ['91', '92']",
                            "danh sách phải gồm chữ trong dấu nháy, ví dụ ['91', '92']")
                    : new Hint(
                            "the list has to hold " + type(wanted, false) + " each, without quotes, as in [40, 41]",
                            "danh sách phải gồm " + type(wanted, true)
                                    + " ở mỗi chỗ, không có dấu nháy, ví dụ [40, 41]");
        }
        return new Hint("behind in stands a list, as in ['A', 'B']", "sau in phải là một danh sách, ví dụ ['A', 'B']");
    }

    private static Hint method(String function, String target) {
        return target.equals("string")
                ? new Hint(
                        function + "() takes one text in quotes, as in worker.carrier." + function + "('V')",
                        function + "() cần một đoạn chữ trong dấu nháy, ví dụ worker.carrier." + function + "('V')")
                : new Hint(
                        function + "() cannot be asked of " + type(target, false),
                        "không dùng " + function + "() với " + type(target, true) + " được");
    }

    private static Hint pair(String one, String other) {
        if (one.equals("bytes") || other.equals("bytes")) return Values.BYTES;
        if (one.startsWith("null") || other.startsWith("null"))
            return new Hint(
                    "a missing fact is not compared with null: it leaves the answer open by itself",
                    "không so sánh với null: thiếu dữ kiện thì kết quả tự là chưa rõ");
        return new Hint(
                type(one, false) + " and " + type(other, false)
                        + " do not go together: numbers are compared with numbers, texts with texts in quotes, yes-or-no with true or false",
                type(one, true) + " và " + type(other, true)
                        + " không so sánh được: số so với số, chữ so với chữ trong dấu nháy, đúng-sai so với true hoặc false");
    }

    static String type(String name, boolean vi) {
        return switch (name) {
            case "int", "uint", "double" -> vi ? "một số" : "a number";
            case "string", "bytes" -> vi ? "chữ" : "a text";
            case "bool" -> vi ? "đúng-sai" : "a yes-or-no";
            case "google.protobuf.Timestamp", "google.protobuf.Duration" ->
                vi ? "một thời điểm (ngày viết là day('2026-01-31'))" : "a moment (a day is day('2026-01-31'))";
            default -> {
                if (name.startsWith("list")) yield vi ? "một danh sách" : "a list";
                if (name.startsWith("goichung."))
                    yield vi ? name.substring(9) + " (chưa nêu dữ kiện nào)" : name.substring(9) + " without a fact";
                yield vi ? "một giá trị khác loại" : "a value of another kind";
            }
        };
    }
}
