/** Failures become problems; problem types have pages. */
@NullMarked
package org.goichung.platform.problem.rest;

import org.jspecify.annotations.NullMarked;
