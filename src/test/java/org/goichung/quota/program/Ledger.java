package org.goichung.quota.program;

import java.util.List;

/** What a program runs on. */
interface Ledger {
    /** What the step is answered, one answer per order. */
    List<String> run(Step step);

    /** Each pool's sums. */
    List<String> balances();
}
