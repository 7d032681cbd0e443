package org.goichung.platform.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A wish for one page: keyset values to go on from, and how many. The cursor is opaque to clients; it carries the fingerprint of
 * the filter it was made under and is refused under another.
 *
 * @param after the last row's sort key (tie-breaker last), as text; empty for the first page
 */
public record PageRequest(List<String> after, int limit, int filter) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /** @param filter everything but the cursor and limit that shapes the list, in a fixed order */
    public static PageRequest of(@Nullable String cursor, @Nullable Integer limit, @Nullable Object... filter) {
        int fingerprint = Objects.hash(stringsOf(filter));
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT)
            throw Refusal.field(ProblemType.INVALID_REQUEST, "?limit", "limit-out-of-range");
        return new PageRequest(cursor == null ? List.of() : decode(cursor, fingerprint), size, fingerprint);
    }

    public boolean first() {
        return after.isEmpty();
    }

    /** What to fetch: one more than asked for, to know whether another page follows. */
    public int fetchSize() {
        return limit + 1;
    }

    String cursorAfter(List<Object> key) {
        var text = new StringBuilder(Integer.toHexString(filter));
        for (Object part : key) text.append('\n').append(part);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Object[] stringsOf(@Nullable Object[] filter) {
        var strings = new ArrayList<String>();
        for (Object part : filter) strings.add(String.valueOf(part));
        return strings.toArray();
    }

    private static List<String> decode(String cursor, int fingerprint) {
        try {
            String[] lines = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
            if (lines.length < 2 || Integer.parseUnsignedInt(lines[0], 16) != fingerprint)
                throw Refusal.of(ProblemType.INVALID_CURSOR);
            return List.of(lines).subList(1, lines.length);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(ProblemType.INVALID_CURSOR);
        }
    }
}
