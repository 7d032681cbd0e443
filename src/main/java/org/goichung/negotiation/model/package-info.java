/** What may happen in a negotiation: state machines, ballots, tiers, ceilings, award and ratification rules, in plain Java. */
@NullMarked
package org.goichung.negotiation.model;

import org.jspecify.annotations.NullMarked;
