package org.goichung.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds values in bytes however they are written: as they are, digits in groups, hexadecimal, base64 wherever it begins. All at once,
 * by the automaton of Aho and Corasick, since a whole database is to be read through.
 */
final class Needles {
    /** A value that somebody is to be told and nobody else; whose it is names its offer. */
    record Needle(String owner, String what, String value) {
        /** What the database may have without telling of the offer. */
        boolean isReceipt() {
            return what.endsWith(": id") || what.endsWith(": bid") || what.endsWith(": digest");
        }

        boolean isNumber() {
            return value.chars().allMatch(Character::isDigit);
        }
    }

    private record Pattern(Needle needle, int length, boolean bounded) {}

    private final List<int[]> next = new ArrayList<>(List.of(node()));
    private final Map<Integer, List<Pattern>> ends = new HashMap<>();
    private boolean linked;

    void add(Needle needle) {
        String value = needle.value();
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        boolean bounded = needle.isNumber();
        put(needle, plain, bounded);
        if (bounded)
            for (String gap : List.of(".", ",", " ", "\u00a0", "\u202f"))
                put(needle, grouped(value, gap).getBytes(StandardCharsets.UTF_8), true);
        for (HexFormat hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase()))
            put(needle, hex.formatHex(plain).getBytes(StandardCharsets.US_ASCII), false);
        base64(needle, plain);
        if (!bounded && value.matches("[0-9a-f]{32,}") && value.length() % 2 == 0) {
            byte[] raw = HexFormat.of().parseHex(value);
            put(needle, raw, false);
            base64(needle, raw);
        }
    }

    private void base64(Needle needle, byte[] plain) {
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder()))
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + plain.length];
                System.arraycopy(plain, 0, shifted, before, plain.length);
                String text = encoder.withoutPadding().encodeToString(shifted);
                // the first characters have bits of what stands before, the last of what stands behind
                int from = Math.ceilDiv(before * 8, 6);
                int to = shifted.length * 8 / 6;
                put(needle, text.substring(from, to).getBytes(StandardCharsets.US_ASCII), false);
            }
    }

    private static String grouped(String digits, String gap) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", gap);
    }

    private void put(Needle needle, byte[] pattern, boolean bounded) {
        if (linked) throw new IllegalStateException("it has been looked for already");
        int at = 0;
        for (byte each : pattern) {
            int[] node = next.get(at);
            if (node[each & 0xff] == 0) {
                next.add(node());
                node[each & 0xff] = next.size() - 1;
            }
            at = node[each & 0xff];
        }
        ends.computeIfAbsent(at, none -> new ArrayList<>()).add(new Pattern(needle, pattern.length, bounded));
    }

    private static int[] node() {
        return new int[256];
    }

    /** Turns the tree into the automaton: a node that goes nowhere goes where its longest own ending would. */
    private void link() {
        if (linked) return;
        linked = true;
        int[] shorter = new int[next.size()];
        var queue = new ArrayDeque<Integer>();
        for (int child : next.getFirst()) if (child != 0) queue.add(child);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            int[] node = next.get(at);
            for (int each = 0; each < 256; each++) {
                int beside = next.get(shorter[at])[each];
                if (node[each] == 0) node[each] = beside;
                else {
                    shorter[node[each]] = beside;
                    List<Pattern> more = ends.get(beside);
                    if (more != null)
                        ends.computeIfAbsent(node[each], none -> new ArrayList<>())
                                .addAll(more);
                    queue.add(node[each]);
                }
            }
        }
    }

    Set<Needle> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized Set<Needle> in(byte[] bytes) {
        link();
        Set<Needle> found = new LinkedHashSet<>();
        int at = 0;
        for (int i = 0; i < bytes.length; i++) {
            at = next.get(at)[bytes[i] & 0xff];
            if (at == 0) continue;
            List<Pattern> here = ends.get(at);
            if (here != null) for (Pattern pattern : here) if (stands(pattern, bytes, i)) found.add(pattern.needle());
        }
        return found;
    }

    /** A number is no piece of a longer one, nor of an id. */
    private static boolean stands(Pattern pattern, byte[] bytes, int last) {
        if (!pattern.bounded()) return true;
        int before = last - pattern.length();
        return (before < 0 || !isWord(bytes[before])) && (last + 1 == bytes.length || !isWord(bytes[last + 1]));
    }

    private static boolean isWord(byte character) {
        return character >= '0' && character <= '9'
                || character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z';
    }
}
