package org.goichung.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.goichung.bench.inside.People;

/**
 * A carrier's usage: events of eight switches, each with numbers of its own that count up, arriving mixed and out of order. Nine in
 * ten started within the last day, the rest within the last week; one line in a hundred is a repeat of an earlier one. The same seed
 * gives the same events.
 */
final class UsageLines {
    private static final int SWITCHES = 8;
    private static final int REPEATED = 100;
    private static final int MINUTES = 7 * 24 * 60;
    /** Events arrive up to so many places late. */
    private static final int MIXED = 4_096;

    private final String prefix;
    private final int lines;
    private final SplittableRandom random;
    private final byte[][] minutes = new byte[MINUTES][];
    private final int[] waiting = new int[MIXED];
    private final StringBuilder text = new StringBuilder(160);
    private int next;
    private int number;
    private int msisdn;
    private long bytes;
    private int minute;
    private int second;
    private boolean repeated;

    /** @param lines numbers that have a line */
    UsageLines(long seed, int lines) {
        this.prefix = Long.toString(seed, 36);
        this.lines = lines;
        this.random = new SplittableRandom(seed);
        Instant last = Instant.now().minus(Duration.ofMinutes(2));
        for (int i = 0; i < MINUTES; i++)
            minutes[i] = last.minus(Duration.ofMinutes(i))
                    .toString()
                    .substring(0, 17)
                    .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < MIXED; i++) waiting[i] = next++;
    }

    /** Goes on to the next event; whether it is a repeat of one that was there before. */
    boolean advance() {
        if (!repeated && next > MIXED && random.nextInt(REPEATED) == 0) {
            repeated = true;
            return true;
        }
        repeated = false;
        int place = random.nextInt(MIXED);
        number = waiting[place];
        waiting[place] = next++;
        msisdn = random.nextInt(lines);
        bytes = random.nextInt(50_000_000);
        minute = random.nextInt(10) < 9 ? random.nextInt(24 * 60) : random.nextInt(MINUTES);
        second = random.nextInt(60);
        return false;
    }

    int msisdn() {
        return msisdn;
    }

    long bytes() {
        return bytes;
    }

    private StringBuilder eventId(StringBuilder to) {
        to.append("sw").append(number % SWITCHES).append('-').append(prefix).append('-');
        int running = number / SWITCHES;
        for (int digits = 100_000_000; digits > running && digits > 1; digits /= 10) to.append('0');
        return to.append(running);
    }

    private StringBuilder startedAt(StringBuilder to) {
        for (byte each : minutes[minute]) to.append((char) each);
        if (second < 10) to.append('0');
        return to.append(second).append('Z');
    }

    /** The present event as a line of NDJSON; how many bytes it took. */
    int json(byte[] to, int at) {
        text.setLength(0);
        eventId(text.append("{\"eventId\":\"")).append("\",\"msisdn\":\"+8491");
        for (int digits = 1_000_000; digits > msisdn && digits > 1; digits /= 10) text.append('0');
        text.append(msisdn).append("\",\"bytes\":").append(bytes).append(",\"startedAt\":\"");
        startedAt(text).append("\"}\n");
        return ascii(to, at);
    }

    /** The present event as a row of {@code usage_event} in COPY's text form; how many bytes it took. */
    int row(byte[] to, int at, UUID carrier, UUID agreement, UUID packageVersion, List<UUID[]> enterprises) {
        UUID[] enterprise = enterprises.get(msisdn % enterprises.size());
        text.setLength(0);
        eventId(text.append(carrier).append('\t')).append('\t');
        text.append(new UUID(random.nextLong(), random.nextLong())).append("\tcounted\t");
        text.append(bytes).append("\t\\N\t");
        startedAt(text)
                .append('\t')
                .append(enterprise[0])
                .append('\t')
                .append(agreement)
                .append('\t');
        text.append(packageVersion).append('\t').append(enterprise[1]).append('\t');
        text.append(People.enrolment(agreement, msisdn)).append('\n');
        return ascii(to, at);
    }

    private int ascii(byte[] to, int at) {
        for (int i = 0; i < text.length(); i++) to[at + i] = (byte) text.charAt(i);
        return text.length();
    }
}
