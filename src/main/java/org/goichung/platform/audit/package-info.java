/** Who did what, when, as a hash chain per tenant, chained behind the writing transactions. */
@NullMarked
package org.goichung.platform.audit;

import org.jspecify.annotations.NullMarked;
