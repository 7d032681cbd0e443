package org.goichung.negotiation;

import java.time.Instant;
import java.util.UUID;

/**
 * What a bidder gets for an offer.
 *
 * @param bidId names the thread the offer belongs to
 * @param digest SHA-256 of salt, line feed and text, in hexadecimal; both are shown to the bidder and, after the close, to the union
 */
public record OfferReceipt(UUID offerId, UUID bidId, String digest, Instant submittedAt) {}
