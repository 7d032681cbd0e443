/** Enrolments, consents and orders in SQL. */
@NullMarked
package org.goichung.enrolment.store;

import org.jspecify.annotations.NullMarked;
