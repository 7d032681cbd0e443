package org.goichung.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.demo.model.CarrierBook;
import org.goichung.demo.model.Seed;
import org.goichung.negotiation.NoticeSpoolService;
import org.goichung.negotiation.VoteNotice;
import org.goichung.platform.identity.Account;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** What demo mode offers its visitors: who may log in as whom, and a clock that can be moved. Not found outside demo mode. */
@ApplicationScoped
public class DemoService {
    static final String SEED = "goichung-demo";

    private static final int MOST_NOTICES = 200;

    private final boolean demoMode;
    private final Seed seed;
    private final Accounts accounts;
    private final CatalogService catalog;
    private final NoticeSpoolService notices;
    private final DatabaseClock clock;

    public DemoService(
            @ConfigProperty(name = "goichung.demo.enabled") boolean demoMode,
            @ConfigProperty(name = "goichung.demo.seed", defaultValue = SEED) String seed,
            Accounts accounts,
            CatalogService catalog,
            NoticeSpoolService notices,
            DatabaseClock clock) {
        this.demoMode = demoMode;
        this.seed = new Seed(seed);
        this.accounts = accounts;
        this.catalog = catalog;
        this.notices = notices;
        this.clock = clock;
    }

    /** All of the demo's log-ins and machines' keys. */
    public record Credentials(List<LogIn> accounts, List<MachineKey> apiKeys) {}

    /** One person's way in, and the tenant it is bound to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LogIn(
            String login,
            String password,
            String role,
            @Nullable UUID enterpriseId,
            @Nullable UUID unionBodyId,
            @Nullable UUID carrierId,
            @Nullable UUID workerId) {}

    /** A carrier's machine's way in. */
    public record MachineKey(UUID carrierId, String key) {}

    public boolean enabled() {
        return demoMode;
    }

    Seed seed() {
        return seed;
    }

    /** Those of votes that wait for a sender. */
    public Uni<List<VoteNotice>> notices() {
        requireDemo();
        return notices.waiting(MOST_NOTICES);
    }

    public Uni<Credentials> credentials() {
        requireDemo();
        return accounts.demoAccounts().chain(people -> demoCarriers()
                .map(carriers -> new Credentials(
                        people.stream().map(this::logIn).toList(),
                        carriers.stream()
                                .map(carrier -> carrier.id().value())
                                .map(id -> new MachineKey(id, seed.apiKey(id)))
                                .toList())));
    }

    /** Moves the clock forward for good. */
    public Uni<Instant> advance(long seconds) {
        requireDemo();
        return clock.advance(Duration.ofSeconds(seconds));
    }

    Uni<List<CarrierView>> demoCarriers() {
        return catalog.carriers().map(all -> all.stream()
                .filter(carrier -> CarrierBook.of(carrier.code()).isPresent())
                .toList());
    }

    private void requireDemo() {
        if (!demoMode) throw Refusal.notFound();
    }

    private LogIn logIn(Account account) {
        var enterprise = account.enterprise();
        var body = account.unionBody();
        CarrierId carrier = account.carrier();
        var worker = account.worker();
        return new LogIn(
                account.login(),
                seed.password(account.login()),
                account.role().wireName(),
                enterprise == null ? null : enterprise.value(),
                body == null ? null : body.value(),
                carrier == null ? null : carrier.value(),
                worker == null ? null : worker.value());
    }
}
