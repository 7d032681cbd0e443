/**
 * How unions bargain: an enterprise's union gives a mandate, a body asks carriers for sealed offers over its members' demand, counters,
 * awards, has the members ratify, and holds the carriers to the agreements that follow. Its doors are {@code MandateService},
 * {@code RfqService}, {@code OfferService}, {@code AwardService}, {@code RatificationService} and {@code AgreementService}.
 */
@NullMarked
package org.goichung.negotiation;

import org.jspecify.annotations.NullMarked;
