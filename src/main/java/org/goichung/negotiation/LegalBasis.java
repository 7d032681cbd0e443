package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What allows a carrier to offer below its public price. Promotion ceilings bind promotions only. */
public enum LegalBasis {
    PROMOTION,
    OWN_TARIFF,
    THIRD_PARTY;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
