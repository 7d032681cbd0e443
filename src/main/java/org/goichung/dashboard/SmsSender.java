package org.goichung.dashboard;

import io.smallrye.mutiny.Uni;

/** How an SMS leaves the house. */
public interface SmsSender {

    /**
     * Gives the text to whoever delivers it.
     *
     * @param msisdn {@code +84xxxxxxxxx}; must not be logged
     * @param text without diacritics, at most 160 characters
     */
    Uni<Void> send(String msisdn, String text);
}
