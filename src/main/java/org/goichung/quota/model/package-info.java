/** Balances, orders and periods as decisions in plain Java. */
@NullMarked
package org.goichung.quota.model;

import org.jspecify.annotations.NullMarked;
