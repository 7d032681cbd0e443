package org.goichung.partner.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.goichung.quota.UsageOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of each line, kept until the body has ended: a little in memory, more in a file that goes with the request. Not for an
 * event loop.
 */
final class Outcomes implements AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private final boolean all;
    private final Map<UsageOutcome.Status, Long> counts = new EnumMap<>(UsageOutcome.Status.class);
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;

    /** @param all each line's; otherwise those not plainly posted */
    Outcomes(boolean all) {
        this.all = all;
        for (var status : UsageOutcome.Status.values()) counts.put(status, 0L);
    }

    /** How many lines came to an end so far. */
    long lines() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    void add(long line, @Nullable String eventId, UsageOutcome outcome) {
        counts.merge(outcome.status(), 1L, Long::sum);
        if (!all && outcome.status() == UsageOutcome.Status.POSTED) return;
        write(json -> {
            json.writeNumberField("line", line);
            if (eventId != null) json.writeStringField("eventId", eventId);
            json.writeStringField("outcome", outcome.status().wireName());
            if (outcome.reason() != null) json.writeStringField("reason", outcome.reason());
        });
    }

    /** The last line. */
    void summarise() {
        write(json -> {
            json.writeObjectFieldStart("summary");
            json.writeNumberField("lines", lines());
            for (var count : counts.entrySet())
                json.writeNumberField(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
            json.writeEndObject();
        });
        if (file != null) spill();
    }

    /** Where all of it stands; null where it is in memory. */
    @Nullable
    Path file() {
        return file;
    }

    Buffer memory() {
        return Buffer.buffer(memory.toByteArray());
    }

    @Override
    public void close() {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException goesWithTheFolder) {
            // a file in the temporary folder is left behind
        }
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private void write(Writing writing) {
        try (JsonGenerator json = JSON.createGenerator(memory)) {
            json.writeStartObject();
            writing.to(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (memory.size() > IN_MEMORY) spill();
    }

    private void spill() {
        try {
            if (file == null) file = Files.createTempFile("goichung-usage", ".ndjson");
            Files.write(file, memory.toByteArray(), StandardOpenOption.APPEND);
            memory.reset();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
