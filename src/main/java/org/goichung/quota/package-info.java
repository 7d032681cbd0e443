/**
 * The ledger per enterprise: pools per agreement, package version, period and unit; draws, reservations and usage as append-only
 * entries that always add up to the balances; grants, periods and alerts. Speaks SQL through the pg client under the system role.
 * Lock order everywhere: usage events, allotments, pools by id, reservations by id, keys in sorted order, daily totals. A pool's
 * balances are decided in plain Java while its row is locked, one order after the other, and written with their entries at once.
 */
@NullMarked
package org.goichung.quota;

import org.jspecify.annotations.NullMarked;
