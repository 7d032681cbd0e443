/**
 * One worker's use of one subsidised package: decided by the criteria, agreed to by the worker, reserved in the ledger, ordered from the
 * carrier, and in use until it ends. What it reserves stands in another technology, so it is a saga: the ledger's hold comes first and
 * ends by itself, the order goes out behind a hold that no longer does, and the carrier's answer posts or voids it.
 */
@NullMarked
package org.goichung.enrolment;

import org.jspecify.annotations.NullMarked;
