/** How a price is shared out, and what makes a programme sound: plain decisions. */
@NullMarked
package org.goichung.subsidy.model;

import org.jspecify.annotations.NullMarked;
