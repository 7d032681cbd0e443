package org.goichung.quota;

/** How a proposed transfer is answered: by the receiver's union, or taken back by the giver's. */
public enum TransferAnswer {
    ACCEPT,
    DECLINE,
    WITHDRAW
}
