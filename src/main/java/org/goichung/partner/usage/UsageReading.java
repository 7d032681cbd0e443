package org.goichung.partner.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.UsageService;
import org.goichung.workforce.Msisdn;
import org.jspecify.annotations.Nullable;

/** Reads one record as a usage event, or says in a word why it is none. */
final class UsageReading {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_NUMBER = 40;
    /** 10 TB: no session of a phone is longer, and sums stay far from the end of a long. */
    private static final long MOST_BYTES = 10_000_000_000_000L;

    private final UsageService.Window window;

    UsageReading(UsageService.Window window) {
        this.window = window;
    }

    /** What a record is: exactly one of the two is there. */
    record Read(@Nullable UsageEvent event, @Nullable String reason) {}

    /** Thrown within this class only. */
    private static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rejected(String reason) {
            super(reason, null, false, false);
        }
    }

    /** What stands in a record. */
    static final class Fields {
        @Nullable
        String eventId;

        @Nullable
        String msisdn;

        @Nullable
        Long bytes;

        @Nullable
        Instant startedAt;

        @Nullable
        Instant endedAt;

        @Nullable
        String amends;
    }

    Read read(byte @Nullable [] record) {
        if (record == null) return new Read(null, "too-long");
        Fields plain = PlainRecord.read(record);
        return plain == null || !isTakenAsItIs(plain) ? parse(record) : read(plain);
    }

    /** What is refused is refused in the order it stands in the record. */
    private static boolean isTakenAsItIs(Fields fields) {
        return isId(fields.eventId) && isId(fields.amends) && (fields.bytes == null || fields.bytes <= MOST_BYTES);
    }

    private static boolean isId(@Nullable String id) {
        return id == null || id.length() <= LONGEST_ID && !id.isBlank();
    }

    private Read read(Fields fields) {
        try {
            return new Read(event(fields), null);
        } catch (Rejected rejected) {
            return new Read(null, rejected.getMessage());
        }
    }

    private Read parse(byte[] record) {
        try (JsonParser parser = JSON.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return new Read(null, "not-an-object");
            var fields = new Fields();
            while (parser.nextToken() == JsonToken.FIELD_NAME) readField(parser, fields);
            if (parser.nextToken() != null) return new Read(null, "malformed-json");
            return new Read(event(fields), null);
        } catch (Rejected rejected) {
            return new Read(null, rejected.getMessage());
        } catch (IOException malformed) {
            return new Read(null, "malformed-json");
        }
    }

    private static void readField(JsonParser parser, Fields fields) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
            case "eventId" -> fields.eventId = id(parser, value);
            case "msisdn" -> fields.msisdn = text(parser, value);
            case "bytes" -> fields.bytes = bytes(parser, value);
            case "startedAt" -> fields.startedAt = instant(parser, value);
            case "endedAt" -> fields.endedAt = value == JsonToken.VALUE_NULL ? null : instant(parser, value);
            case "amends" -> fields.amends = value == JsonToken.VALUE_NULL ? null : id(parser, value);
            default -> throw new Rejected("unknown-field");
        }
    }

    private UsageEvent event(Fields fields) {
        if (fields.eventId == null || fields.msisdn == null || fields.bytes == null || fields.startedAt == null)
            throw new Rejected("missing-field");
        if (fields.startedAt.isAfter(window.newest())) throw new Rejected("in-the-future");
        if (fields.startedAt.isBefore(window.oldest())) throw new Rejected("too-old");
        if (fields.endedAt != null && fields.endedAt.isBefore(fields.startedAt))
            throw new Rejected("ended-before-it-started");
        if (fields.eventId.equals(fields.amends)) throw new Rejected("amends-itself");
        if (fields.msisdn.length() > LONGEST_NUMBER) throw new Rejected("bad-number");
        Msisdn number = Msisdn.read(fields.msisdn).orElseThrow(() -> new Rejected("bad-number"));
        return new UsageEvent(
                fields.eventId, number.e164(), fields.bytes, fields.startedAt, fields.endedAt, fields.amends);
    }

    private static String text(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) throw new Rejected("wrong-type");
        return parser.getText();
    }

    private static String id(JsonParser parser, JsonToken value) throws IOException {
        String id = text(parser, value);
        if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl))
            throw new Rejected("bad-event-id");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) throw new Rejected("bad-event-id");
        return id;
    }

    private static long bytes(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT) throw new Rejected("wrong-type");
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) throw new Rejected("out-of-range");
        long bytes = parser.getLongValue();
        if (bytes < 0) throw new Rejected("negative-bytes");
        if (bytes > MOST_BYTES) throw new Rejected("out-of-range");
        return bytes;
    }

    /** As exact as the database keeps it, so that the same instant falls into the same month everywhere. */
    private static Instant instant(JsonParser parser, JsonToken value) throws IOException {
        try {
            return OffsetDateTime.parse(text(parser, value)).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException notAnInstant) {
            throw new Rejected("bad-instant");
        }
    }
}
