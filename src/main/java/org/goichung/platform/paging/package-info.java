/** Opaque keyset cursors with a tie-breaker and the filter's fingerprint. */
@NullMarked
package org.goichung.platform.paging;

import org.jspecify.annotations.NullMarked;
