package org.goichung.partner.usage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One record a line; blank lines are counted and skipped. */
final class Lines extends Cutting {
    private long line = 1;

    @Override
    @Nullable
    Cut next() {
        while (position < limit) {
            if (nothingKept()) skipBlanks();
            int from = position;
            int end = from;
            while (end < limit && block[end] != '\n') end++;
            position = Math.min(limit, end + 1);
            if (end == limit) {
                keep(from, end);
                return null;
            }
            if (nothingKept() && end - from <= MAX_BYTES) return new Cut(line++, Arrays.copyOfRange(block, from, end));
            keep(from, end);
            return cut(line++);
        }
        return null;
    }

    @Override
    @Nullable
    Cut end() {
        return nothingKept() ? null : cut(line);
    }

    private void skipBlanks() {
        while (position < limit && isBlank(block[position])) if (block[position++] == '\n') line++;
    }
}
