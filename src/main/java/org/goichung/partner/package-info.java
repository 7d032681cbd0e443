/**
 * Carriers as machines: what they take from the house and what they bring. The queue of activations, which the carrier
 * asks and answers order by order with its own key, and the usage it tells.
 */
@NullMarked
package org.goichung.partner;

import org.jspecify.annotations.NullMarked;
