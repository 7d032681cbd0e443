package org.goichung.partner.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.goichung.quota.UsageService;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final String EVENT =
            "{\"eventId\":\"a\",\"msisdn\":\"0912345678\",\"bytes\":5,\"startedAt\":\"2026-11-24T02:10:00Z\"}";
    private final UsageReading reading = new UsageReading(
            new UsageService.Window(Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-11-24T03:00:00Z")));

    @Test
    void lines_are_numbered_as_they_stand_and_blank_ones_skipped() {
        assertThat(cut(new Lines(), bytes("one\r\n\n  \ntwo"), Unpacking.none()))
                .containsExactly("1:one\r", "4:two");
    }

    @Test
    void an_arrays_elements_are_cut_at_their_borders_wherever_the_pieces_end() {
        String array = " [ {\"a\":\"}],{\\\"\"} ,[1,[2]] , 7,\"x,\\\\\" , true ] \n";
        assertThat(cut(new Elements(), bytes(array), Unpacking.none()))
                .containsExactly("1:{\"a\":\"}],{\\\"\"}", "2:[1,[2]]", "3:7", "4:\"x,\\\\\"", "5:true");
        assertThat(cut(new Elements(), bytes("{\"a\":{}}"), Unpacking.none())).containsExactly("1:{\"a\":{}}");
        assertThat(cut(new Elements(), bytes("[]"), Unpacking.none())).isEmpty();
        for (String broken : List.of("", "[", "[1", "[1,", "[1,]", "[1]]", "1", "{}{}", "[1 2]", "[{]"))
            assertThatThrownBy(() -> cut(new Elements(), bytes(broken), Unpacking.none()))
                    .as(broken)
                    .isInstanceOf(BrokenBody.class);
    }

    @Test
    void a_record_over_the_bound_is_told_and_the_next_is_read() {
        String body = "x".repeat(Cutting.MAX_BYTES + 1) + "\n" + "y".repeat(Cutting.MAX_BYTES) + "\nz";
        assertThat(cut(new Lines(), bytes(body), Unpacking.none()))
                .containsExactly("1:too long", "2:" + "y".repeat(Cutting.MAX_BYTES), "3:z");
    }

    @Test
    void gzip_is_unpacked_wherever_the_pieces_end_and_broken_gzip_is_told() throws IOException {
        String text = "one\ntwo\n" + "three ".repeat(20_000);
        byte[] packed = gzip(text);
        byte[] twice = Arrays.copyOf(packed, packed.length * 2);
        System.arraycopy(packed, 0, twice, packed.length, packed.length);
        List<String> once = cut(new Lines(), bytes(text), Unpacking.none());
        assertThat(cut(new Lines(), packed, new Gunzip())).isEqualTo(once);
        assertThat(cut(new Lines(), twice, new Gunzip())).hasSize(5);
        assertThatThrownBy(() -> cut(new Lines(), Arrays.copyOf(packed, packed.length - 3), new Gunzip()))
                .isInstanceOfSatisfying(
                        BrokenBody.class, body -> assertThat(body.reason()).isEqualTo("truncated"));
        byte[] wrongSum = packed.clone();
        wrongSum[packed.length - 6] ^= 1;
        assertThatThrownBy(() -> cut(new Lines(), wrongSum, new Gunzip())).isInstanceOf(BrokenBody.class);
        assertThatThrownBy(() -> cut(new Lines(), bytes("not packed"), new Gunzip()))
                .isInstanceOf(BrokenBody.class);
    }

    @Test
    void what_is_no_event_is_said_in_a_word() {
        assertThat(read(EVENT)).isNull();
        assertThat(read(EVENT.replace("5", "-5"))).isEqualTo("negative-bytes");
        assertThat(read(EVENT.replace("\"bytes\":5", "\"bytes\":5.0"))).isEqualTo("wrong-type");
        assertThat(read(EVENT.replace("\"bytes\":5", "\"bytes\":99999999999999999999")))
                .isEqualTo("out-of-range");
        assertThat(read(EVENT.replace("0912345678", "12"))).isEqualTo("bad-number");
        assertThat(read(EVENT.replace("2026-11", "2026-12"))).isEqualTo("in-the-future");
        assertThat(read(EVENT.replace("2026-11", "2026-01"))).isEqualTo("too-old");
        assertThat(read(EVENT.replace("T02", " 02"))).isEqualTo("bad-instant");
        assertThat(read(EVENT.replace("\"a\"", "\"\\u0000\""))).isEqualTo("bad-event-id");
        assertThat(read(EVENT.replace("\"a\"", "\"\\ud800\""))).isEqualTo("bad-event-id");
        assertThat(read(EVENT.replace("\"a\"", "\"" + "k".repeat(129) + "\""))).isEqualTo("bad-event-id");
        assertThat(read(EVENT.replace("bytes", "octets"))).isEqualTo("unknown-field");
        assertThat(read(EVENT.replace("\"bytes\":5,", ""))).isEqualTo("missing-field");
        assertThat(read(EVENT.replace("}", ",\"amends\":\"a\"}"))).isEqualTo("amends-itself");
        assertThat(read(EVENT + "{}")).isEqualTo("malformed-json");
        assertThat(read(EVENT.replace("}", ""))).isEqualTo("malformed-json");
        assertThat(read("[]")).isEqualTo("not-an-object");
        assertThat(reading.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .reason())
                .isEqualTo("malformed-json");
    }

    @Test
    void a_plain_record_is_read_as_the_parser_reads_it() {
        long seed = System.nanoTime();
        System.out.println("BodyTest seed " + seed);
        var random = new SplittableRandom(seed);
        List<String> records = new ArrayList<>(List.of(
                EVENT,
                EVENT.replace("}", ",\"endedAt\":\"2026-11-24T09:20:00.123456789+07:00\",\"amends\":\"b\"}"),
                EVENT.replace("}", ",\"endedAt\":null}"),
                EVENT.replace("00Z", "00.5Z"),
                EVENT.replace("10:00Z", "10Z"),
                EVENT.replace("11-24", "09-31"),
                EVENT.replace("02:10:00", "02:10:60"),
                EVENT.replace("00Z", "00+18:00"),
                EVENT.replace("00Z", "00-17:59"),
                EVENT.replace(":5", ":05"),
                EVENT.replace(":5", ":10000000000001"),
                EVENT.replace(":", " : ").replace(" 10 : 00", "10:00"),
                EVENT.replace("\"a\"", "\" \"")));
        for (int i = 0; i < 20_000; i++) {
            var record = new StringBuilder(records.get(random.nextInt(13)));
            record.setCharAt(random.nextInt(record.length()), (char) (' ' + random.nextInt(95)));
            records.add(record.toString());
        }
        for (String record : records)
            // an escape is for the parser alone
            assertThat(reading.read(bytes(record)))
                    .as(record)
                    .isEqualTo(reading.read(bytes(record.replace("\"bytes\"", "\"\\u0062ytes\""))));
    }

    private String read(String record) {
        return reading.read(bytes(record)).reason();
    }

    /** In pieces of random length, and in blocks of few bytes. */
    private static List<String> cut(Cutting cutting, byte[] body, Unpacking unpacking) {
        long seed = System.nanoTime();
        System.out.println("BodyTest seed " + seed);
        var random = new SplittableRandom(seed);
        List<String> records = new ArrayList<>();
        byte[] block = new byte[7];
        for (int from = 0; from < body.length; ) {
            int to = Math.min(body.length, from + 1 + random.nextInt(50));
            unpacking.feed(Arrays.copyOfRange(body, from, to));
            from = to;
            for (int count = unpacking.read(block); count > 0; count = unpacking.read(block)) {
                cutting.feed(block, count);
                for (var cut = cutting.next(); cut != null; cut = cutting.next()) records.add(text(cut));
            }
        }
        unpacking.end();
        var last = cutting.end();
        if (last != null) records.add(text(last));
        return records;
    }

    private static String text(Cutting.Cut cut) {
        return cut.line() + ":" + (cut.bytes() == null ? "too long" : new String(cut.bytes(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }
}
