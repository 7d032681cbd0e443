package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;

/** How a notice leaves the house: by e-mail, SMS or whatever reaches an officer. An operator's own bean takes the place of the spool. */
public interface NoticeSender {

    /**
     * Gives the notice to whoever delivers it; done when that one has taken it. Tried again where it fails, so the same one, known by
     * its id, may come twice. Its link must not be logged.
     */
    Uni<Void> send(VoteNotice notice);
}
