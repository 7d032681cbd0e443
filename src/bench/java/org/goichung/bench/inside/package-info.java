/**
 * The benchmarks' endpoints inside the measured service: what drives its rooms from within, the naive way that the ledger is held
 * against, and the POST that does nothing. In the jar of the profile {@code bench} alone.
 */
@NullMarked
package org.goichung.bench.inside;

import org.jspecify.annotations.NullMarked;
