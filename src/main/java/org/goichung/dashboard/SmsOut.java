package org.goichung.dashboard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.goichung.dashboard.model.OneTimeCode;
import org.goichung.workforce.Msisdn;

/** Sends codes behind the answer, so that a provider's delay does not tell a known number from an unknown one. */
@ApplicationScoped
public class SmsOut {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SmsSender sender;
    private final DemoInbox inbox;
    private final Counter failed;

    public SmsOut(SmsSender sender, DemoInbox inbox, MeterRegistry meters) {
        this.sender = sender;
        this.inbox = inbox;
        this.failed = Counter.builder("goichung.sms.failed")
                .description("SMS that the provider did not take")
                .register(meters);
    }

    /** Done when the sending has begun. */
    Uni<Void> send(Msisdn number, OneTimeCode code, Duration lifetime) {
        return inbox.keep(number.e164(), code.digits()).invoke(() -> sendBehind(number, code, lifetime));
    }

    private void sendBehind(Msisdn number, OneTimeCode code, Duration lifetime) {
        sender.send(number.e164(), code.sms((int) lifetime.toMinutes()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(sent -> {}, failure -> failed.increment());
    }
}
