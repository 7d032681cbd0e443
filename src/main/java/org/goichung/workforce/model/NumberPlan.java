package org.goichung.workforce.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which block of mobile numbers was given to which carrier; the longest prefix wins. */
public final class NumberPlan {
    private static final Map<String, String> CARRIER_OF_PREFIX = DataFile.rows("msisdn-prefixes.csv")
            .collect(Collectors.toUnmodifiableMap(row -> row.getField(0), row -> row.getField(1)));
    private static final int LONGEST =
            CARRIER_OF_PREFIX.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private NumberPlan() {}

    /** @param local {@code 0xxxxxxxxx}; empty for what is no mobile number */
    public static Optional<String> carrierOf(String local) {
        if (local.length() != 10) return Optional.empty();
        for (int length = LONGEST; length > 1; length--) {
            String carrier = CARRIER_OF_PREFIX.get(local.substring(0, length));
            if (carrier != null) return Optional.of(carrier);
        }
        return Optional.empty();
    }

    /** Whether a carrier of this code was ever given a block. */
    public static boolean knowsCarrier(String code) {
        return CARRIER_OF_PREFIX.containsValue(code);
    }
}
