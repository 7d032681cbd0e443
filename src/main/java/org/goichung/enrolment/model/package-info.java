/** Where an enrolment and an order stand and which moves may follow; no I/O. */
@NullMarked
package org.goichung.enrolment.model;

import org.jspecify.annotations.NullMarked;
