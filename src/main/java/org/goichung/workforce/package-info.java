/**
 * Enterprises, people and where they work.
 *
 * <p>A person is global and is matched by citizen id only; an employment belongs to an enterprise and is an interval. Names, citizen
 * ids and numbers are sealed, and found by keyed indexes. Rosters arrive as CSV and are taken in as jobs. What criteria speak of
 * leaves by a change feed.
 */
@NullMarked
package org.goichung.workforce;

import org.jspecify.annotations.NullMarked;
