package org.goichung.support;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import java.util.UUID;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.ApiKeys;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Sessions;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.identity.WorkerId;

/** Tokens and keys for tests, made by the same rooms that make them for people. */
public final class Door {
    private Door() {}

    public static String admin() {
        return token(Role.ADMIN, null, null, null, null);
    }

    public static String unionOfficer(UUID unionBody) {
        return token(Role.UNION_OFFICER, null, new UnionBodyId(unionBody), null, null);
    }

    /** An official whose log-in others may name. */
    public record Official(String login, String token) {}

    public static Official official(UUID unionBody) {
        String login = "official-" + UUID.randomUUID();
        return new Official(login, token(login, Role.UNION_OFFICER, null, new UnionBodyId(unionBody), null, null));
    }

    public static String steward(UUID enterprise) {
        return token(Role.STEWARD, new EnterpriseId(enterprise), null, null, null);
    }

    public static String employer(UUID enterprise) {
        return token(Role.EMPLOYER, new EnterpriseId(enterprise), null, null, null);
    }

    public static String auditor(UUID enterprise) {
        return token(Role.AUDITOR, new EnterpriseId(enterprise), null, null, null);
    }

    public static String carrier(UUID carrier) {
        return token(Role.CARRIER, null, null, new CarrierId(carrier), null);
    }

    public static String worker(UUID worker) {
        return bean(Sessions.class).issueWorker(new WorkerId(worker));
    }

    /** For the {@code X-API-Key} header. */
    public static String apiKey(UUID carrier) {
        return await(() -> bean(ApiKeys.class).issue(new CarrierId(carrier), "test"))
                .key();
    }

    private static String token(
            Role role, EnterpriseId enterprise, UnionBodyId body, CarrierId carrier, WorkerId worker) {
        return token(role.wireName() + "-" + UUID.randomUUID(), role, enterprise, body, carrier, worker);
    }

    private static String token(
            String login, Role role, EnterpriseId enterprise, UnionBodyId body, CarrierId carrier, WorkerId worker) {
        var accounts = bean(Accounts.class);
        UUID id = await(() -> accounts.put(login, "a test's password", role, enterprise, body, carrier, worker, false));
        // without the log-in, whose price is its password's hash
        return bean(Sessions.class).issue(await(() -> accounts.byId(id)).orElseThrow());
    }

    public static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    public static <T> T await(java.util.function.Supplier<io.smallrye.mutiny.Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
