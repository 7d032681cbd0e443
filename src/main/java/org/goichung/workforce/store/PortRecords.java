package org.goichung.workforce.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.PortDatabase;
import org.goichung.workforce.model.Facts;
import org.goichung.workforce.model.NumberPlan;

/** Takes a recorded port for a fact where nobody knew the carrier. */
@ApplicationScoped
public class PortRecords {
    private final Instance<PortDatabase> ports;

    public PortRecords(Instance<PortDatabase> ports) {
        this.ports = ports;
    }

    Facts completed(Facts facts, Msisdn number) {
        if (facts.knownCarrier() != null || !ports.isResolvable()) return facts;
        return ports.get()
                .carrierOf(number)
                .filter(NumberPlan::knowsCarrier)
                .map(facts::withCarrier)
                .orElse(facts);
    }
}
