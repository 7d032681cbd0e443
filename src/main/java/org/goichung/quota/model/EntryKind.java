package org.goichung.quota.model;

import java.util.Locale;

/** Why a balance changed. */
public enum EntryKind {
    GRANT,
    CARRY_IN,
    CARRY_OUT,
    TRANSFER_IN,
    TRANSFER_OUT,
    RETURN,
    DRAW,
    RESERVE,
    POST,
    VOID,
    EXPIRE,
    USAGE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
