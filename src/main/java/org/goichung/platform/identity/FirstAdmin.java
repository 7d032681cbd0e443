package org.goichung.platform.identity;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** On a database without accounts, {@code GOICHUNG_ADMIN_LOGIN} and {@code GOICHUNG_ADMIN_PASSWORD} make the first admin. */
@ApplicationScoped
public class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final Optional<String> login;
    private final Optional<String> password;
    private volatile boolean settled;

    public FirstAdmin(
            Accounts accounts,
            @ConfigProperty(name = "goichung.admin.login") Optional<String> login,
            @ConfigProperty(name = "goichung.admin.password") Optional<String> password) {
        this.accounts = accounts;
        this.login = login;
        this.password = password;
    }

    void start(@Observes StartupEvent ready) {
        if (login.isEmpty() || password.isEmpty()) {
            settled = true;
            return;
        }
        accounts.any()
                .chain(any -> any
                        ? Uni.createFrom().voidItem()
                        : accounts.put(login.get(), password.get(), Role.ADMIN, null, null, null, null, false)
                                .invoke(() -> LOG.info("The first admin account was made."))
                                .replaceWithVoid())
                .onTermination()
                .invoke(() -> settled = true)
                .subscribe()
                .with(done -> {}, failure -> LOG.error("The first admin account could not be made.", failure));
    }

    /** Whether the account is there, is not wanted, or could not be made, which the log tells. */
    boolean isSettled() {
        return settled;
    }
}
