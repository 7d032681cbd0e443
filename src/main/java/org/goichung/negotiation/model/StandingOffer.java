package org.goichung.negotiation.model;

import java.util.UUID;
import org.goichung.negotiation.OfferTerms;

/**
 * An offer that may be awarded.
 *
 * @param retailPriceVnd what its package costs a single buyer
 */
public record StandingOffer(UUID offerId, OfferTerms terms, long retailPriceVnd) {}
