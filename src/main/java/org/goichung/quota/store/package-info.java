/** The SQL of the ledger: every statement in the order of locks, every write with its entries. */
@NullMarked
package org.goichung.quota.store;

import org.jspecify.annotations.NullMarked;
