/** Where negotiations are kept; what must not be read before its time is kept sealed. */
@NullMarked
package org.goichung.negotiation.store;

import org.jspecify.annotations.NullMarked;
