/** Decisions about people and rosters: numbers, names, places, rows of a roster; no I/O. */
@NullMarked
package org.goichung.workforce.model;

import org.jspecify.annotations.NullMarked;
