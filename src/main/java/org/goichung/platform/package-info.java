/** What every feature stands on and that knows no feature: problems, identity, time, keys, database, idempotency, paging, outbox, audit. */
@NullMarked
package org.goichung.platform;

import org.jspecify.annotations.NullMarked;
