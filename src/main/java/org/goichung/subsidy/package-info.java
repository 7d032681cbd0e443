/**
 * Subsidy programmes: who bears which part of a line's price. A programme names its shares in order and who bears the rest, whom it is
 * for (criteria, enterprises) and when it runs. A split is in whole đồng and always makes the price. The door is
 * {@link org.goichung.subsidy.SubsidyService}; criteria are asked for through {@link org.goichung.subsidy.KnownCriteria}.
 */
@NullMarked
package org.goichung.subsidy;

import org.jspecify.annotations.NullMarked;
