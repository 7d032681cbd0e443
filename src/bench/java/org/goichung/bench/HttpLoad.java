package org.goichung.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * POSTs over connections that stay open, each waiting for its answer before the next. Writes prepared bytes and reads no more of an
 * answer than its status and its end, so that little of the machine goes into it.
 */
final class HttpLoad {
    private static final String KEY_PLACE = "%%%%%%%%%%%%%%%%";
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** One connection's request; each sending gets an {@code Idempotency-Key} of its own. */
    record Request(String path, String token, String json) {
        byte[] bytes() {
            return """
                    POST %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: Bearer %s\r
                    Idempotency-Key: %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(path, token, KEY_PLACE, json.length(), json).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * @param created all that were answered with 201
     * @param inWindow those of the measured time
     * @param bytes of one answer
     */
    record Answers(long created, long others, long inWindow, double seconds, long bytes) {}

    private HttpLoad() {}

    /** A connection for each request. */
    static Answers run(int port, List<Request> requests, int warmMillis, int millis) {
        long from = System.nanoTime() + warmMillis * 1_000_000L;
        long until = from + millis * 1_000_000L;
        long created = 0;
        long others = 0;
        long inWindow = 0;
        long bytes = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answers>> running = new ArrayList<>();
            for (Request each : requests)
                running.add(threads.submit(() -> new Connection(port, each).run(from, until)));
            for (var each : running) {
                Answers answers = each.get();
                created += answers.created();
                others += answers.others();
                inWindow += answers.inWindow();
                bytes = answers.bytes();
            }
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return new Answers(created, others, inWindow, millis / 1e3, bytes);
    }

    private static final class Connection {
        private final int port;
        private final byte[] request;
        private final int keyAt;
        private final byte[] buffer = new byte[8_192];

        Connection(int port, Request request) {
            this.port = port;
            this.request = request.bytes();
            this.keyAt = new String(this.request, StandardCharsets.US_ASCII).indexOf(KEY_PLACE);
        }

        Answers run(long from, long until) {
            long created = 0;
            long others = 0;
            long inWindow = 0;
            long bytes = 0;
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                InputStream in = new BufferedInputStream(socket.getInputStream());
                while (System.nanoTime() < until) {
                    newKey();
                    out.write(request);
                    int status = answer(in);
                    long now = System.nanoTime();
                    if (status == 201) created++;
                    else others++;
                    if (status == 201 && now >= from && now < until) inWindow++;
                    bytes = length;
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return new Answers(created, others, inWindow, 0, bytes);
        }

        private int length;

        private void newKey() {
            long random = ThreadLocalRandom.current().nextLong();
            for (int i = 0; i < 16; i++) request[keyAt + i] = DIGITS[(int) (random >>> (4 * i)) & 15];
        }

        /** The status; reads the answer to its end. */
        private int answer(InputStream in) throws IOException {
            int size = 0;
            int body = -1;
            while (body < 0) {
                int octet = in.read();
                if (octet < 0) throw new IOException("the service closed the connection");
                buffer[size++] = (byte) octet;
                if (octet == '\n' && size > 3 && buffer[size - 3] == '\n') body = contentLength(size);
            }
            in.skipNBytes(body);
            length = body;
            return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
        }

        private int contentLength(int size) throws IOException {
            String head = new String(buffer, 0, size, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
            int at = head.indexOf("content-length: ");
            if (at < 0) throw new IOException("an answer without a length");
            return Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        }
    }
}
