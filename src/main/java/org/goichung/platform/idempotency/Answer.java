package org.goichung.platform.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with, before it becomes bytes.
 *
 * @param headers for instance {@code Location} and {@code ETag}; stored and replayed with the body
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {

    public static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    public static Answer ok(Object body, long version) {
        return new Answer(200, Map.of("ETag", etag(version)), body);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, Map.of("Location", location), body);
    }

    public static Answer created(String location, Object body, long version) {
        return new Answer(201, Map.of("Location", location, "ETag", etag(version)), body);
    }

    public static Answer accepted(String location, Object body) {
        return new Answer(202, Map.of("Location", location), body);
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
