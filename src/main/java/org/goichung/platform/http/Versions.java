package org.goichung.platform.http;

import java.util.regex.Pattern;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Optimistic concurrency at the door: {@code ETag} out, {@code If-Match} in. */
public final class Versions {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    /** 428 without {@code If-Match}, 412 when it names another version than the one held. */
    public static void require(@Nullable String ifMatch, long held) {
        if (ifMatch == null || ifMatch.isBlank()) throw Refusal.of(ProblemType.VERSION_REQUIRED);
        var matcher = ETAG.matcher(ifMatch.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != held) throw Refusal.of(ProblemType.STALE_VERSION);
    }
}
