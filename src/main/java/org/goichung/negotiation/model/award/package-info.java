/** The award as an optimisation: the least cost to the members among all that the offers and the rules allow. */
@NullMarked
package org.goichung.negotiation.model.award;

import org.jspecify.annotations.NullMarked;
