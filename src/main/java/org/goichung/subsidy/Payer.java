package org.goichung.subsidy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who may bear a part of the price. */
public enum Payer {
    @JsonProperty("carrier")
    CARRIER,
    @JsonProperty("union")
    UNION,
    @JsonProperty("employer")
    EMPLOYER,
    @JsonProperty("worker")
    WORKER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
