package org.goichung.platform.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out the totals over all requests and answers, whatever their path: less those that are counted by their path they would tell
 * how many came by the paths that are not counted, which are the offers'.
 */
final class UncountedBytes {
    private UncountedBytes() {}

    @Produces
    @Singleton
    static MeterFilter withoutTotals() {
        return MeterFilter.denyNameStartsWith("http.server.bytes");
    }
}
