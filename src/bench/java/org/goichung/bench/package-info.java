/**
 * The benchmarks of docs/benchmarks.md, run by {@code ./bench}: an embedded database started as the service starts it, one or two
 * services on it as processes of their own, and this process, which loads them and writes down what it saw.
 */
@NullMarked
package org.goichung.bench;

import org.jspecify.annotations.NullMarked;
