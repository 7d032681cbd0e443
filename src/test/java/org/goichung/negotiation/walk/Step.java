package org.goichung.negotiation.walk;

import java.util.List;
import java.util.Set;

/**
 * One step of a walk. What a step makes is called by a number of its own, so that a walk still means something after others were taken out
 * of it; enterprises and carriers are called by their places. Times are minutes.
 */
sealed interface Step {

    /** @param days from today that it holds; below zero it is over already */
    record Give(Actor by, int mandate, int enterprise, boolean carried, int days) implements Step {}

    record TakeBack(Actor by, int mandate) implements Step {}

    record Draft(
            Actor by,
            int rfq,
            Set<Integer> members,
            int deadlineIn,
            int windowHours,
            int quorum,
            int startIn,
            int months)
            implements Step {}

    record Open(Actor by, int rfq, boolean stale) implements Step {}

    record Close(Actor by, int rfq, boolean stale) implements Step {}

    record Cancel(Actor by, int rfq, boolean stale) implements Step {}

    /**
     * @param later by so much
     * @param enterprise whose demand is corrected to so many lines; -1 for nobody's
     * @param asks what the lot asks of packages from now on: null as before, false nothing, true more than any gives
     */
    record Amend(Actor by, int rfq, int later, int enterprise, long lines, Boolean asks) implements Step {}

    record Join(Actor by, int rfq, int enterprise, boolean stale) implements Step {}

    record Leave(Actor by, int rfq, int enterprise, boolean stale) implements Step {}

    record Ask(Actor by, int rfq, int question) implements Step {}

    record Answer(Actor by, int question) implements Step {}

    record Submit(Actor by, int rfq, int offer, Terms terms) implements Step {}

    record Revise(Actor by, int of, int offer, Terms terms) implements Step {}

    /** @param deadlineIn from now */
    record CallFinal(Actor by, int rfq, int deadlineIn, boolean stale) implements Step {}

    /** @param answerIn from now, by when it has to be answered; null for no such time */
    record Counter(Actor by, int of, int offer, List<Tier> tiers, Boolean sums, Integer answerIn) implements Step {}

    record Accept(Actor by, int offer) implements Step {}

    record Decline(Actor by, int offer) implements Step {}

    record Withdraw(Actor by, int offer) implements Step {}

    record Propose(Actor by, int rfq) implements Step {}

    record Award(Actor by, int rfq, int award, List<Line> lines, Set<Integer> accepting, boolean stale)
            implements Step {}

    record Vote(Actor by, int rfq, int enterprise, boolean yes) implements Step {}

    record VoteByLink(int award, int enterprise, boolean yes) implements Step {}

    /** Of the agreement that came of an offer. */
    record MoveAgreement(Actor by, int offer, Deed deed, boolean stale) implements Step {}

    /** @param inMonths first month it moves lines in, counted from this one; for so many months, none for up to the last */
    record Share(Actor by, int offer, int change, int from, int to, long lines, int inMonths, Integer months)
            implements Step {}

    record Reply(Actor by, int change, Word word) implements Step {}

    /** Time goes by, and then these jobs run, in this order; those left out are held up elsewhere. */
    record Pass(int minutes, List<Job> jobs) implements Step {}

    /** What officials of the leading body enter for carriers that write on paper. */
    sealed interface OnPaper extends Step {
        Actor by();
    }

    record EnterOffer(Actor by, int rfq, int paper, int carrier, Actor witness, Terms terms) implements OnPaper {}

    /**
     * @param carrier whose package a revision offers
     * @param terms null but of a revision
     */
    record EnterAnswer(Actor by, int of, int paper, int carrier, Say says, Actor witness, Terms terms)
            implements OnPaper {}

    record Confirm(Actor by, int paper) implements OnPaper {}

    record Retract(Actor by, int paper) implements OnPaper {}

    record Tier(long from, long price) {}

    record Line(int enterprise, int offer, long lines) {}

    /** @param otherLot on a lot that there is not */
    record Terms(
            List<Tier> tiers,
            boolean sums,
            long capacity,
            int validFor,
            boolean otherLot,
            boolean othersPackage,
            Made made) {}

    /** Whether a package was made for the RFQ, and what is wrong with it. */
    enum Made {
        /** One of the catalogue. */
        NOT,
        SOUND,
        /** Gives more than the most that is ever asked. */
        GENEROUS,
        OF_A_WEEK,
        /** Beside one of the catalogue. */
        BESIDE,
        /** And none of the catalogue either. */
        NEITHER,
        PROMOTION
    }

    enum Say {
        REVISE,
        ACCEPT,
        DECLINE
    }

    enum Deed {
        SUSPEND,
        RESUME,
        TERMINATE
    }

    enum Word {
        ACCEPT,
        DECLINE,
        WITHDRAW
    }

    enum Job {
        CLOSE,
        LET_GO,
        SETTLE,
        EXPIRE,
        CALENDAR
    }
}
