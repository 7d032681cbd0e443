package org.goichung.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Leaves out the totals over all requests and answers, whatever their path, and over all that they asked of the database and of worker
 * threads: less those that are counted by their path they would tell how many came by the paths that are not counted, which are the
 * offers'. How many wait and how many are busy at this moment stays.
 */
final class UncountedTotals {
    private static final Pattern TOTALS = Pattern.compile(
            "http\\.server\\.bytes.*|(postgresql|sql\\.pool|worker\\.pool)\\.(completed|processing|usage|reset|queue\\.delay)(\\..*)?");

    private UncountedTotals() {}

    @Produces
    @Singleton
    static MeterFilter withoutTotals() {
        return MeterFilter.deny(UncountedTotals::isTotal);
    }

    private static boolean isTotal(Meter.Id meter) {
        return TOTALS.matcher(meter.getName().replace('_', '.')).matches();
    }
}
