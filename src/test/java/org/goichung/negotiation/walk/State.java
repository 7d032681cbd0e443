package org.goichung.negotiation.walk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that the model knows of a walk, by the numbers that its steps gave. */
final class State {
    /**
     * What was there before.
     *
     * @param demand lines, by enterprise
     * @param retail the shop's price of the package that each carrier offers
     * @param carriers how many there are in all
     */
    record Given(List<Long> demand, List<Long> retail, int carriers) {}

    final Given given;
    final Map<Integer, Mandate> mandates = new TreeMap<>();
    final Map<Integer, Rfq> rfqs = new TreeMap<>();
    final Map<Integer, Question> questions = new TreeMap<>();
    final Map<Integer, Offer> offers = new TreeMap<>();
    final Map<Integer, Award> awards = new TreeMap<>();
    /** By offer. */
    final Map<Integer, Deal> deals = new TreeMap<>();

    final Map<Integer, Change> changes = new TreeMap<>();
    final Map<Integer, Paper> papers = new TreeMap<>();
    /** Told of by the step under way: each event's type and how many it is for. */
    final List<String> events = new ArrayList<>();

    /** What seldom happens, for those who ask whether it ever did. */
    final Set<String> seldom = new TreeSet<>();

    long now;

    State(Given given) {
        this.given = given;
    }

    /** Whether or not it has run out. */
    Mandate standing(int enterprise) {
        return mandates.values().stream()
                .filter(mandate -> mandate.enterprise == enterprise && !mandate.withdrawn)
                .findFirst()
                .orElse(null);
    }

    boolean mandated(int enterprise, LocalDate until) {
        Mandate mandate = standing(enterprise);
        return mandate != null && mandate.covers(until);
    }

    void tell(String type, int audience) {
        events.add(type + " to " + audience);
    }

    static final class Mandate {
        int enterprise;
        LocalDate until;
        boolean withdrawn;

        boolean covers(LocalDate day) {
            return !withdrawn && !until.isBefore(day);
        }
    }

    static final class Rfq {
        int name;
        SortedSet<Integer> members;
        long deadline;
        /** Of a round of last offers; -1 where none was called. */
        long finalDeadline = -1;

        int window;
        int quorum;
        YearMonth start;
        int months;
        String state = "DRAFT";
        boolean opened;
        boolean closed;
        int amendments;
        boolean asksTooMuch;
        /** Whether somebody whose mandate was withdrawn had to go. */
        boolean letGo;
        /** By enterprise; empty until it opens. */
        final SortedMap<Integer, Long> demand = new TreeMap<>();

        /** Joins and leaves, by enterprise. */
        final SortedMap<Integer, List<String>> history = new TreeMap<>();

        final List<Bid> bids = new ArrayList<>();

        /** Until when the last offer may come in. */
        long lastDeadline() {
            return Math.max(deadline, finalDeadline);
        }

        boolean bargaining() {
            return state.equals("CLOSED") || state.equals("EVALUATED");
        }

        LocalDate firstDay() {
            return start.atDay(1);
        }

        LocalDate lastDay() {
            return start.plusMonths(months - 1L).atEndOfMonth();
        }
    }

    static final class Question {
        Rfq rfq;
        boolean answered;
    }

    static final class Bid {
        Rfq rfq;
        int carrier;
        String state = "SUBMITTED";
        boolean revealed;
        Offer first;
        Offer standing;
        Offer latest;
        /** Last offers that were handed in and are sealed, oldest first. */
        final List<Offer> finals = new ArrayList<>();
        /** Last offers that two officials entered, oldest first. */
        final List<Paper> finalsOnPaper = new ArrayList<>();

        boolean onPaper;

        boolean ended() {
            return List.of("WITHDRAWN", "NOT_AWARDED", "DECLINED", "EXPIRED").contains(state);
        }

        boolean standing() {
            return List.of("REVEALED", "REVISED", "COUNTER_ACCEPTED").contains(state);
        }

        /** Whether its counter-offer was to be answered before now. */
        boolean answerTimeIsOver(long now) {
            return state.equals("COUNTERED") && latest.answerBy != null && now > latest.answerBy;
        }

        /** Whether a move may name this offer. */
        boolean onTheTable(Offer offer) {
            return offer == standing || state.equals("COUNTERED") && offer == latest;
        }
    }

    static final class Offer {
        int name;
        Bid bid;
        List<Step.Tier> tiers;
        boolean sums;
        long capacity;
        long validUntil;
        boolean byUnion;
        Step.Made made;
        /** Of a counter-offer that names such a time. */
        Long answerBy;
        /** A last offer that was not opened. */
        boolean sealed;
        /** Of a last offer. */
        boolean last;

        boolean withdrawn;

        /** Whether it gives what its lot asks for now. */
        boolean fits() {
            return !bid.rfq.asksTooMuch || made == Step.Made.GENEROUS;
        }

        /** What somebody alone would pay for its package. */
        long shopPrice(Given given) {
            return made == Step.Made.NOT ? given.retail().get(bid.carrier) : World.REFERENCE_VND;
        }

        /** -1 below the lowest tier. */
        long priceAt(long volume) {
            long price = -1;
            for (Step.Tier tier : tiers) if (tier.from() <= volume) price = tier.price();
            return price;
        }
    }

    /** What two officials answer for: a carrier's offer, or its answer. */
    static final class Paper {
        int name;
        Rfq rfq;
        Actor enterer;
        Actor witness;
        int carrier;
        /** Null of an answer that is no revision. */
        Step.Terms terms;

        long validUntil;
        /** Of an answer. */
        Offer of;

        Step.Say says;
        /** The later the greater; -1 where nobody has confirmed it. */
        int confirmed = -1;

        Actor withdrawalAskedBy;
        boolean withdrawn;
        /** Of an offer at the close. */
        String outcome;
        /** Of an answer that is a last offer. */
        boolean last;

        String state() {
            if (withdrawn) return "WITHDRAWN";
            if (outcome != null) return outcome;
            if (withdrawalAskedBy != null) return "WITHDRAWAL_ASKED";
            return confirmed < 0 ? "ENTERED" : "CONFIRMED";
        }
    }

    record Line(int enterprise, Offer offer, long lines, long price, long alone) {
        /** The most that it agreed to with its yes. */
        long cap() {
            return lines * Math.max(price, alone);
        }
    }

    static final class Award {
        int name;
        Rfq rfq;
        List<Line> lines;
        long voteUntil;
        String outcome;
        /** Whether somebody had to go since it would have paid more than it agreed to. */
        boolean released;

        final SortedMap<Integer, Boolean> votes = new TreeMap<>();
        /** Enterprises whose link was used. */
        final List<Integer> linksUsed = new ArrayList<>();

        SortedSet<Integer> electorate() {
            var all = new TreeSet<Integer>();
            lines.forEach(line -> all.add(line.enterprise()));
            return all;
        }
    }

    static final class Deal {
        Offer offer;
        Rfq rfq;
        String state = "RATIFIED";
        /** Months that the ledger must have granted by now. */
        final SortedSet<YearMonth> granted = new TreeSet<>();

        final SortedMap<Integer, Long> lines = new TreeMap<>();
        final SortedMap<Integer, Long> prices = new TreeMap<>();
        int revisions = 1;

        int parties() {
            return 2 + lines.size();
        }

        boolean ended() {
            return state.equals("EXPIRED") || state.equals("TERMINATED");
        }
    }

    static final class Change {
        Deal deal;
        int from;
        int to;
        long lines;
        YearMonth first;
        YearMonth last;
        String state = "PROPOSED";
        long expires;
        int revision;
    }

    /** An RFQ's award that is being voted on. */
    Award pending(Rfq rfq) {
        return awards.values().stream()
                .filter(award -> award.rfq == rfq && award.outcome == null)
                .findFirst()
                .orElse(null);
    }

    /** What an agreement gives an enterprise in a month, with the changes that were accepted. */
    long linesIn(Deal deal, int enterprise, YearMonth month) {
        long lines = deal.lines.get(enterprise);
        for (Change change : changes.values())
            if (change.deal == deal
                    && change.state.equals("ACCEPTED")
                    && !month.isBefore(change.first)
                    && !month.isAfter(change.last)) {
                if (change.to == enterprise) lines += change.lines;
                if (change.from == enterprise) lines -= change.lines;
            }
        return lines;
    }
}
