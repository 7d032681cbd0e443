package org.goichung.dashboard;

import java.util.List;

/**
 * What a committee votes on, in its language.
 *
 * @param offers what the enterprise would get, a card each
 * @param safe what happens when others leave
 * @param until until when
 */
public record VoteCard(String enterprise, List<Offer> offers, String safe, String until) {

    /**
     * Lines of one carrier.
     *
     * @param conditions what else the carrier asks for; empty where nothing
     * @param gain what it saves all together, the one thing to take away
     */
    public record Offer(String gain, String what, String price, String alone, String conditions) {}
}
