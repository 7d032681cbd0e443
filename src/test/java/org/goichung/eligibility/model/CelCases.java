package org.goichung.eligibility.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads CEL's public conformance cases: files of the text form of protobuf, of which the few signs they use are understood. */
final class CelCases {
    /**
     * One case.
     *
     * @param wanted the result as a CEL expression; null where there is none: an error is wanted
     * @param plain whether it needs nothing around it: no bindings, no other declarations, nothing turned off
     */
    record Case(String name, String expression, @Nullable String wanted, boolean plain) {}

    /** A result that is no whole number, text, truth value, or list of them: an expression of ours cannot have it. */
    static final String OTHER = "other";

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:#[^\\n]*\\n\\s*)*([{}:\\[\\],<>;]|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[^\\s{}:\\[\\],<>;\"']+)");
    private static final Pattern PART =
            Pattern.compile("\\\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)|[^\\\\]+");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private CelCases(String text) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find(end) && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (!text.substring(end).replaceAll("#[^\\n]*(\\n|$)", "").isBlank())
            throw new IllegalArgumentException(
                    "not understood: " + text.substring(end, Math.min(text.length(), end + 80)));
    }

    static List<Case> of(String text) {
        Map<String, List<Object>> file = new CelCases(text).message(false);
        List<Case> cases = new ArrayList<>();
        for (Map<String, List<Object>> section : inside(file, "section"))
            for (Map<String, List<Object>> test : inside(section, "test"))
                cases.add(new Case(
                        section.get("name").getFirst() + "/" + test.get("name").getFirst(),
                        (String) test.get("expr").getFirst(),
                        wanted(test),
                        List.of(
                                        "bindings",
                                        "type_env",
                                        "disable_check",
                                        "disable_macros",
                                        "check_only",
                                        "container",
                                        "locale")
                                .stream()
                                .noneMatch(test::containsKey)));
        return cases;
    }

    private static @Nullable String wanted(Map<String, List<Object>> test) {
        if (test.containsKey("eval_error") || test.containsKey("any_eval_errors")) return null;
        if (test.containsKey("unknown") || test.containsKey("any_unknowns")) return OTHER;
        List<Map<String, List<Object>>> value = inside(test, "value");
        if (value.isEmpty() && test.containsKey("typed_result"))
            value = inside(inside(test, "typed_result").getFirst(), "result");
        return value.isEmpty() ? "true" : literal(value.getFirst());
    }

    private static String literal(Map<String, List<Object>> value) {
        if (value.size() != 1) return OTHER;
        String kind = value.keySet().iterator().next();
        Object one = value.get(kind).getFirst();
        return switch (kind) {
            case "bool_value", "int64_value" -> one.toString();
            case "string_value" -> quoted(one.toString());
            case "list_value" -> {
                @SuppressWarnings("unchecked") // a list is a message
                var values = inside((Map<String, List<Object>>) one, "values");
                List<String> literals = values.stream().map(CelCases::literal).toList();
                yield literals.contains(OTHER) ? OTHER : "[" + String.join(", ", literals) + "]";
            }
            default -> OTHER;
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("'");
        text.codePoints().forEach(sign -> {
            if (sign < 0x20 || sign == '\'' || sign == '\\' || sign > 0x7e) quoted.append("\\U%08x".formatted(sign));
            else quoted.appendCodePoint(sign);
        });
        return quoted.append('\'').toString();
    }

    @SuppressWarnings("unchecked") // a message is a map of its fields
    private static List<Map<String, List<Object>>> inside(Map<String, List<Object>> message, String field) {
        return message.getOrDefault(field, List.of()).stream()
                .map(one -> (Map<String, List<Object>>) one)
                .toList();
    }

    private Map<String, List<Object>> message(boolean closed) {
        Map<String, List<Object>> fields = new LinkedHashMap<>();
        while (at < tokens.size()) {
            String name = tokens.get(at++);
            if (closed && (name.equals("}") || name.equals(">"))) return fields;
            if (name.equals(",") || name.equals(";")) continue;
            if (name.equals("[")) {
                while (!tokens.get(at++).equals("]")) {}
            }
            if (tokens.get(at).equals(":")) at++;
            fields.computeIfAbsent(name, field -> new ArrayList<>()).addAll(values());
        }
        return fields;
    }

    private List<Object> values() {
        String token = tokens.get(at++);
        if (token.equals("{") || token.equals("<")) return List.of(message(true));
        if (!token.equals("[")) return List.of(scalar(token));
        List<Object> values = new ArrayList<>();
        while (!tokens.get(at).equals("]")) {
            if (tokens.get(at).equals(",")) at++;
            else values.addAll(values());
        }
        at++;
        return values;
    }

    /** Texts that stand side by side are one. */
    private Object scalar(String token) {
        if (!isText(token)) return token;
        var text = new StringBuilder(text(token));
        while (at < tokens.size() && isText(tokens.get(at))) text.append(text(tokens.get(at++)));
        return text.toString();
    }

    private static boolean isText(String token) {
        return token.startsWith("\"") || token.startsWith("'");
    }

    /** Octal and short hexadecimal escapes are bytes of UTF-8. */
    private static String text(String token) {
        var bytes = new ByteArrayOutputStream();
        Matcher part = PART.matcher(token.substring(1, token.length() - 1));
        while (part.find()) {
            String escape = part.group(1);
            if (escape == null) bytes.writeBytes(part.group().getBytes(UTF_8));
            else if (escape.matches("[0-7]+")) bytes.write(Integer.parseInt(escape, 8));
            else if (escape.matches("x.+")) bytes.write(Integer.parseInt(escape.substring(1), 16));
            else bytes.writeBytes(unescaped(escape).getBytes(UTF_8));
        }
        return bytes.toString(UTF_8);
    }

    private static String unescaped(String escape) {
        if (escape.length() > 1) return Character.toString(Integer.parseInt(escape.substring(1), 16));
        int control = "abfnrtv".indexOf(escape.charAt(0));
        return control < 0 ? escape : String.valueOf("\u0007\b\f\n\r\t\u000b".charAt(control));
    }
}
