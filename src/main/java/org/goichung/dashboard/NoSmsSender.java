package org.goichung.dashboard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where no provider of SMS is set up: drops the text, and counts it in {@code goichung.sms.dropped}. */
@DefaultBean
@ApplicationScoped
public class NoSmsSender implements SmsSender {
    private final Counter dropped;

    public NoSmsSender(MeterRegistry meters) {
        this.dropped = Counter.builder("goichung.sms.dropped")
                .description("SMS that could not be sent because no provider is set up")
                .register(meters);
    }

    @Override
    public Uni<Void> send(String msisdn, String text) {
        dropped.increment();
        return Uni.createFrom().voidItem();
    }
}
