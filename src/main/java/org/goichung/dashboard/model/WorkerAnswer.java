package org.goichung.dashboard.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is told, as it stands on the page: money first, in short sentences.
 *
 * @param headline the one thing to take away
 * @param cards packages, best first; few
 * @param wifi that there is some at work, where nothing else helps; null where that is not so
 * @param missed the package that would do more and is not theirs, or comes nearest where nothing helps; null where there is none
 * @param obstacles why not, or what would change it
 * @param questions what has to be asked before more can be said
 * @param next what to do now
 */
public record WorkerAnswer(
        String headline,
        List<Card> cards,
        @Nullable String wifi,
        @Nullable String missed,
        List<String> obstacles,
        List<String> questions,
        String next) {

    /** The best package alone, since that is what most read; none where there is none. */
    public List<Card> first() {
        return cards.stream().limit(1).toList();
    }

    /** Those that stay folded until asked for. */
    public List<Card> others() {
        return cards.stream().skip(1).toList();
    }

    /**
     * One package.
     *
     * @param cost what it costs this worker
     * @param saving what that saves; null where it saves nothing or nobody knows
     * @param small what is good to know besides
     * @param howToGet what to do for it
     */
    public record Card(
            String name,
            String cost,
            @Nullable String saving,
            List<String> gives,
            List<String> small,
            String howToGet) {

        /** For under a headline that says it already. */
        Card withoutSaving() {
            return new Card(name, cost, null, gives, small, howToGet);
        }
    }
}
