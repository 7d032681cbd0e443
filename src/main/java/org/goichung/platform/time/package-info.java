/** The one clock: the database's time, plus the demo's offset. */
@NullMarked
package org.goichung.platform.time;

import org.jspecify.annotations.NullMarked;
