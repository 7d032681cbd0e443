package org.goichung.quota.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.goichung.negotiation.RollOver;
import org.goichung.quota.program.Step.Ask;
import org.goichung.quota.program.Step.Asked;

/** Makes programs from seeds: few keys, pools and events, so that steps meet; amounts that small pools notice. */
final class Programs {
    static final int POOLS = 4;
    static final int ORIGINALS = 6;
    private static final int STEPS = 14;
    private static final int AT_ONCE = 6;
    private static final long MOST = 7;
    private static final long MOST_BYTES = 40;

    /** So many live beside each other, by one calendar. */
    static final int BESIDE = 16;

    private final SplittableRandom chance;
    /** Every fourth group lives through several months. */
    private final boolean overMonths;
    /** Since the calendar went on: by then the ledger may have forgotten the keys of before. */
    private final List<Asked> asked = new ArrayList<>();

    private int keys;

    private Programs(long seed) {
        chance = new SplittableRandom(seed);
        overMonths = Math.floorMod(group(seed), 4) == 0;
    }

    /** The first of those that live beside it. */
    static long firstBeside(long seed) {
        return group(seed) * BESIDE;
    }

    private static long group(long seed) {
        return Math.floorDiv(seed, BESIDE);
    }

    /** What the agreement of this program does with a month's unused limit. */
    static RollOver rollOver(long seed) {
        return RollOver.values()[Math.floorMod(seed, RollOver.values().length)];
    }

    /** The time goes on at the same steps as for those beside it. */
    static List<Step> of(long seed) {
        var program = new Programs(seed);
        return new Programs(~group(seed), program.overMonths)
                .calendar().stream()
                        .map(time -> time.map(program::seen).orElseGet(program::own))
                        .toList();
    }

    private Programs(long seed, boolean overMonths) {
        chance = new SplittableRandom(seed);
        this.overMonths = overMonths;
    }

    private List<Optional<Step>> calendar() {
        var steps = new ArrayList<Optional<Step>>();
        int length = chance.nextInt(2, STEPS);
        while (steps.size() < length) {
            boolean turns = overMonths && chance.nextInt(5) == 0;
            if (turns) steps.add(Optional.of(new Step.Turn(chance.nextInt(3) == 0)));
            else steps.add(chance.nextInt(20) == 0 ? Optional.of(new Step.Pass()) : Optional.empty());
        }
        return steps;
    }

    private Step seen(Step time) {
        if (time instanceof Step.Turn) asked.clear();
        return time;
    }

    private Step own() {
        return chance.nextInt(19) < 13 ? batch() : use();
    }

    private Step batch() {
        var orders = new ArrayList<Asked>();
        int size = chance.nextInt(1, AT_ONCE + 1);
        for (int i = 0; i < size; i++) {
            // every eighth comes again, every sixteenth key with something else
            Asked next = !asked.isEmpty() && chance.nextInt(8) == 0
                    ? asked.get(chance.nextInt(asked.size()))
                    : new Asked(chance.nextInt(16) == 0 ? earlierKey() : keys++, ask());
            orders.add(next);
            asked.add(next);
        }
        return new Step.Batch(orders);
    }

    private int earlierKey() {
        return asked.isEmpty() ? keys : asked.get(chance.nextInt(asked.size())).key();
    }

    private Ask ask() {
        int pool = chance.nextInt(POOLS) + (overMonths && chance.nextInt(3) == 0 ? POOLS : 0);
        long amount = chance.nextLong(1, MOST);
        return switch (chance.nextInt(10)) {
            case 0, 1, 2 -> new Step.Draw(pool, amount);
            case 3, 4 -> new Step.Reserve(pool, amount);
            case 5 -> new Step.Post(earlierKey(), chance.nextBoolean() ? null : (Long) amount);
            case 6 -> new Step.Release(earlierKey());
            case 7 -> new Step.GiveBack(pool, amount);
            case 8 -> new Step.Propose(pool, amount);
            default -> new Step.Reply(earlierKey(), Step.Answer.values()[chance.nextInt(Step.Answer.values().length)]);
        };
    }

    private Step use() {
        int original = chance.nextInt(ORIGINALS);
        boolean amends = chance.nextInt(3) == 0;
        int event = amends ? ORIGINALS + chance.nextInt(2 * ORIGINALS) : original;
        int enterprise = original % 2;
        int monthsBack = overMonths ? chance.nextInt(3) : 0;
        return new Step.Use(
                event, enterprise, chance.nextLong(0, MOST_BYTES), amends ? (Integer) original : null, monthsBack);
    }
}
