package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a subscriber pays the carrier; promotion ceilings differ between the two. */
public enum SubscriberKind {
    @JsonProperty("prepaid")
    PREPAID,
    @JsonProperty("postpaid")
    POSTPAID
}
