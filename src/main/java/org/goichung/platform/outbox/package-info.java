/** Events written with the change that caused them, relayed in order per key to receivers and to event streams. */
@NullMarked
package org.goichung.platform.outbox;

import org.jspecify.annotations.NullMarked;
