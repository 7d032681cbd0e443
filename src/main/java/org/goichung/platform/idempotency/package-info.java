/** The same key and body get the same answer byte for byte; the claim and the effect share one transaction. */
@NullMarked
package org.goichung.platform.idempotency;

import org.jspecify.annotations.NullMarked;
