package org.goichung.quota;

/** What a pool counts. */
public enum Unit {
    /** One cycle of one package for one worker, counted in the period its cycle starts in. */
    LINE_CYCLE,
    /** Data that an agreement's lines share. */
    BYTE,
    /** Whole đồng that fund shares of the price. */
    VND
}
