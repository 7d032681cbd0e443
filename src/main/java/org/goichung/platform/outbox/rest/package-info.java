/** The event stream over HTTP. */
@NullMarked
package org.goichung.platform.outbox.rest;

import org.jspecify.annotations.NullMarked;
