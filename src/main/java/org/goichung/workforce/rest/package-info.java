/** Enterprises, people and rosters over HTTP. */
@NullMarked
package org.goichung.workforce.rest;

import org.jspecify.annotations.NullMarked;
