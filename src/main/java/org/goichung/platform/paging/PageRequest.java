package org.goichung.platform.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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

    /** The key's last part in most lists: the id to go on after; null for the first page. */
    public @Nullable UUID afterId() {
        return first() ? null : part(after.size() - 1, UUID::fromString);
    }

    /** A part of the key that is an id. */
    public UUID afterId(int part) {
        return part(part, UUID::fromString);
    }

    /** A part of the key that is a number. */
    public long afterNumber(int part) {
        return part(part, Long::parseLong);
    }

    /** A cursor that does not read as it was written was not written here. */
    private <T> T part(int part, Function<String, T> reading) {
        try {
            return reading.apply(after.get(part));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Refusal.of(ProblemType.INVALID_CURSOR);
        }
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
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] lines = text.split("\n", -1);
            // the database takes no text with a zero in it
            if (text.indexOf('\0') >= 0 || lines.length < 2 || Integer.parseUnsignedInt(lines[0], 16) != fingerprint)
                throw Refusal.of(ProblemType.INVALID_CURSOR);
            return List.of(lines).subList(1, lines.length);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(ProblemType.INVALID_CURSOR);
        }
    }
}
