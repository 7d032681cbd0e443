/** Enterprises, people, employments, rosters and the facts feed in the database. */
@NullMarked
package org.goichung.workforce.store;

import org.jspecify.annotations.NullMarked;
