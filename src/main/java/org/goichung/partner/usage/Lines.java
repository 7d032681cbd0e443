package org.goichung.partner.usage;

import org.jspecify.annotations.Nullable;

/** One record a line; blank lines are counted and skipped. */
final class Lines extends Cutting {
    private long line = 1;

    @Override
    @Nullable
    Cut take(byte octet) {
        if (octet == '\n') {
            long ended = line++;
            return nothingKept() ? null : cut(ended);
        }
        if (!nothingKept() || !isBlank(octet)) keep(octet);
        return null;
    }

    @Override
    @Nullable
    Cut end() {
        return nothingKept() ? null : cut(line);
    }
}
