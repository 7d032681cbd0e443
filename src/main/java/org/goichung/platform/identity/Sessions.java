package org.goichung.platform.identity;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * Gives tokens. Their lifetime is the machine's time, not the demo's clock: a session is about the person at the door, not about the
 * calendar of agreements.
 */
@ApplicationScoped
public class Sessions {
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration WORKER_LIFETIME = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final PrivateKey key;
    private final boolean demoMode;

    public Sessions(Accounts accounts, Keys keys, @ConfigProperty(name = "goichung.demo.enabled") boolean demoMode) {
        this.accounts = accounts;
        this.key = keys.jwtPrivate();
        this.demoMode = demoMode;
    }

    public Uni<String> open(String login, String password) {
        return accounts.withPassword(login, password)
                .map(found -> found.orElseThrow(() -> Refusal.of(ProblemType.WRONG_CREDENTIALS)))
                .invoke(this::requireUsable)
                .map(this::issue);
    }

    /** Everybody can know the demo's passwords. */
    private void requireUsable(Account account) {
        if (account.demo() && !demoMode) throw Refusal.of(ProblemType.DEMO_ACCOUNT);
    }

    public String issue(Account account) {
        return sign("account:" + account.id(), account.role(), LIFETIME);
    }

    /** For a worker who has proven to hold the number. */
    public String issueWorker(WorkerId worker) {
        return sign("worker:" + worker, Role.WORKER, WORKER_LIFETIME);
    }

    private String sign(String principal, Role role, Duration lifetime) {
        return Jwt.issuer("goichung")
                .subject(principal)
                .groups(Set.of(role.wireName()))
                .expiresIn(lifetime)
                .sign(key);
    }
}
