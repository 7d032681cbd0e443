package org.goichung.negotiation.walk;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.goichung.negotiation.walk.State.Bid;
import org.goichung.negotiation.walk.State.Paper;
import org.goichung.negotiation.walk.State.Rfq;

/** Steps about what carriers write on paper. */
final class Scribbles {
    static final int KINDS = 4;

    private static final List<Actor> OFFICIALS = List.of(Actor.LEAD, Actor.CLERK, Actor.WITNESS);

    private final SplittableRandom chance;
    private final State all;
    private final Guesses guesses;
    private final IntSupplier name;

    Scribbles(SplittableRandom chance, State all, Guesses guesses, IntSupplier name) {
        this.chance = chance;
        this.all = all;
        this.guesses = guesses;
        this.name = name;
    }

    /** By anybody about anything. */
    Step any(int kind, int rfq, int offer) {
        return switch (kind) {
            case 0 ->
                new Step.EnterOffer(
                        somebody(),
                        rfq,
                        name.getAsInt(),
                        chance.nextInt(Actor.MANY),
                        somebody(),
                        guesses.terms(chance.nextInt(0, 9_000)));
            case 1 -> {
                Step.Say says = any(List.of(Step.Say.values()));
                boolean faulty = chance.nextInt(10) == 0;
                var known = all.offers.get(offer);
                yield new Step.EnterAnswer(
                        somebody(),
                        offer,
                        name.getAsInt(),
                        known == null ? 0 : known.bid.carrier,
                        says,
                        somebody(),
                        (says == Step.Say.REVISE) != faulty ? guesses.terms(chance.nextInt(0, 9_000)) : null);
            }
            case 2 -> {
                Paper paper = some();
                yield new Step.Confirm(one(paper, false), paper == null ? 0 : paper.name);
            }
            default -> {
                Paper paper = some();
                yield new Step.Retract(one(paper, true), paper == null ? 0 : paper.name);
            }
        };
    }

    private Paper some() {
        var papers = List.copyOf(all.papers.values());
        if (papers.isEmpty() || chance.nextInt(30) == 0) return null;
        return papers.get(Math.max(chance.nextInt(papers.size()), chance.nextInt(papers.size())));
    }

    private Actor one(Paper paper, boolean either) {
        if (paper == null || chance.nextInt(8) == 0) return somebody();
        return either && chance.nextBoolean() || chance.nextInt(6) == 0 ? paper.enterer : paper.witness;
    }

    private Actor somebody() {
        return chance.nextInt(8) == 0 ? any(List.of(Actor.values())) : any(OFFICIALS);
    }

    Step offer(Rfq rfq, int carrier, Step.Terms terms) {
        Actor by = any(OFFICIALS);
        return new Step.EnterOffer(by, rfq.name, name.getAsInt(), carrier, other(by), terms);
    }

    Step answer(Bid bid, Step.Say says, Step.Terms revision) {
        Actor by = any(OFFICIALS);
        return new Step.EnterAnswer(
                by,
                bid.rfq.state.equals("BEST_AND_FINAL") ? bid.standing.name : bid.latest.name,
                name.getAsInt(),
                bid.carrier,
                says,
                other(by),
                says == Step.Say.REVISE ? revision : null);
    }

    /** What one has entered the other confirms; now and then it is withdrawn. Null where nothing waits. */
    Step follow(Rfq rfq) {
        List<Paper> waiting = all.papers.values().stream()
                .filter(paper -> paper.rfq == rfq && follows(paper))
                .toList();
        if (waiting.isEmpty()) return null;
        Paper paper = any(waiting);
        if (paper.withdrawalAskedBy != null)
            return new Step.Retract(
                    (paper.withdrawalAskedBy == paper.enterer) == (chance.nextInt(5) > 0)
                            ? paper.witness
                            : paper.enterer,
                    paper.name);
        if (paper.confirmed >= 0 || chance.nextInt(12) == 0)
            return new Step.Retract(chance.nextBoolean() ? paper.enterer : paper.witness, paper.name);
        return new Step.Confirm(chance.nextInt(12) == 0 ? paper.enterer : paper.witness, paper.name);
    }

    private boolean follows(Paper paper) {
        return switch (paper.state()) {
            case "ENTERED" -> true;
            case "WITHDRAWAL_ASKED" -> chance.nextBoolean();
            case "CONFIRMED" -> chance.nextInt(6) == 0 && (paper.says == null || paper.last);
            default -> false;
        };
    }

    private Actor other(Actor by) {
        return any(OFFICIALS.stream().filter(each -> each != by).toList());
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
