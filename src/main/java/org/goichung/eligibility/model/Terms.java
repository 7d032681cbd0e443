package org.goichung.eligibility.model;

import java.util.List;

/**
 * How one person stands for everything that a candidate asks for. Candidates that ask for the same share it.
 *
 * @param verdict all lines must hold
 * @param parts by line, in their order
 * @param inTheWay how many lines do not hold, or are open
 */
public record Terms(Verdict verdict, List<Match.Part> parts, int inTheWay) {
    static final Terms NONE = new Terms(Verdict.YES, List.of(), 0);

    static Terms of(List<Match.Part> parts) {
        Verdict all = Verdict.YES;
        int inTheWay = 0;
        for (Match.Part part : parts) {
            all = all.and(part.verdict());
            if (part.verdict() != Verdict.YES) inTheWay++;
        }
        return new Terms(all, parts, inTheWay);
    }
}
