/** Enrolments over HTTP. */
@NullMarked
package org.goichung.enrolment.rest;

import org.jspecify.annotations.NullMarked;
