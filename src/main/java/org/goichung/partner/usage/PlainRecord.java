package org.goichung.partner.usage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.goichung.partner.usage.UsageReading.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A record as machines write it: one flat object, texts of plain ASCII without escapes, whole numbers, instants to the second or finer in
 * UTC or with an offset. Reads many times faster than a parser that has to expect all of JSON; whatever else it meets, right or wrong, it
 * leaves to that parser.
 */
final class PlainRecord {
    private static final int LONGEST_NUMBER = 18;

    private final byte[] record;
    private final Fields fields = new Fields();
    private int at;

    private PlainRecord(byte[] record) {
        this.record = record;
    }

    /** Null where it is not as plain as that. */
    static @Nullable Fields read(byte[] record) {
        var plain = new PlainRecord(record);
        return plain.readObject() ? plain.fields : null;
    }

    private boolean readObject() {
        if (!skip('{')) return false;
        do {
            if (!readField()) return false;
        } while (skip(','));
        return skip('}') && skipBlanks() == record.length;
    }

    /** A name that is unknown or comes twice is the parser's to refuse. */
    private boolean readField() {
        int from = textFrom();
        if (from < 0) return false;
        int length = at - 1 - from;
        if (!skip(':')) return false;
        return switch (length) {
            case 5 -> isName(from, "bytes") && fields.bytes == null && (fields.bytes = number()) != null;
            case 6 ->
                isName(from, "msisdn")
                        ? fields.msisdn == null && (fields.msisdn = text()) != null
                        : isName(from, "amends") && fields.amends == null && (fields.amends = text()) != null;
            case 7 ->
                isName(from, "eventId")
                        ? fields.eventId == null && (fields.eventId = text()) != null
                        : isName(from, "endedAt") && fields.endedAt == null && (fields.endedAt = instant()) != null;
            case 9 -> isName(from, "startedAt") && fields.startedAt == null && (fields.startedAt = instant()) != null;
            default -> false;
        };
    }

    private boolean isName(int from, String name) {
        for (int i = 0; i < name.length(); i++) if (record[from + i] != name.charAt(i)) return false;
        return true;
    }

    private int skipBlanks() {
        while (at < record.length && Cutting.isBlank(record[at])) at++;
        return at;
    }

    private boolean skip(char octet) {
        if (skipBlanks() == record.length || record[at] != octet) return false;
        at++;
        return true;
    }

    /** Where the text begins; goes on behind its closing quote. -1 where it is no plain text. */
    private int textFrom() {
        if (!skip('"')) return -1;
        int from = at;
        while (at < record.length && record[at] >= ' ' && record[at] < 0x7f && record[at] != '\\') {
            if (record[at++] == '"') return from;
        }
        return -1;
    }

    private @Nullable String text() {
        int from = textFrom();
        return from < 0 ? null : new String(record, from, at - 1 - from, StandardCharsets.ISO_8859_1);
    }

    private @Nullable Long number() {
        int from = skipBlanks();
        long number = 0;
        while (at < record.length && isDigit(record[at]) && at - from < LONGEST_NUMBER)
            number = number * 10 + record[at++] - '0';
        boolean whole = at > from && at < record.length && (record[at] == ',' || record[at] == '}');
        return whole && (record[from] != '0' || at == from + 1) ? number : null;
    }

    private @Nullable Instant instant() {
        int from = textFrom();
        return from < 0 ? null : PlainInstant.read(record, from, at - 1);
    }

    static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
