package org.goichung.catalog;

import org.goichung.platform.identity.CarrierId;

/**
 * A mobile operator.
 *
 * @param code stable upper-case name, for instance {@code VIETTEL}
 * @param shortCode the number its customers send package SMS to
 */
public record CarrierView(CarrierId id, String code, String name, String shortCode) {}
