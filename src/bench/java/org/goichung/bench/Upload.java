package org.goichung.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One usage body over a connection of its own, in HTTP chunks as it comes. */
final class Upload {
    private static final Pattern SUMMARY = Pattern.compile(
            "\"summary\":\\{\"lines\":(\\d+),\"posted\":(\\d+),\"duplicate\":(\\d+),\"conflict\":(\\d+),\"parked\":(\\d+),\"rejected\":(\\d+)");

    interface Body {
        void writeTo(Sink sink) throws IOException;
    }

    /** Where the body goes. */
    static final class Sink {
        private final OutputStream out;

        private Sink(OutputStream out) {
            this.out = out;
        }

        void write(byte[] bytes, int from, int count) throws IOException {
            out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, from, count);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The summary at the answer's end. */
    record Summary(long lines, long posted, long duplicate, long conflict, long parked, long rejected) {}

    private Upload() {}

    static Summary send(int port, String apiKey, Body body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            out.write("""
                    POST /v1/usage-events HTTP/1.1\r
                    Host: 127.0.0.1\r
                    X-API-Key: %s\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    Connection: close\r
                    \r
                    """.formatted(apiKey).getBytes(StandardCharsets.US_ASCII));
            body.writeTo(new Sink(out));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return summary(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Summary summary(String answer) throws IOException {
        Matcher found = SUMMARY.matcher(answer);
        if (!answer.startsWith("HTTP/1.1 200") || !found.find())
            throw new IOException("usage was not taken: " + answer.substring(0, Math.min(600, answer.length())));
        long[] counts = new long[7];
        for (int i = 1; i < counts.length; i++) counts[i] = Long.parseLong(found.group(i));
        return new Summary(counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }
}
