package org.goichung.platform.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Local accounts and the check of their passwords. */
@ApplicationScoped
public class Accounts {
    private static final String COLUMNS =
            "id, login, role, enterprise_id, union_body_id, carrier_id, worker_id, demo, password_hash";
    /** The demo's passwords are drawn, not thought of, and stand at /demo/credentials: stretching them protects nobody. */
    private static final int DEMO_COST = 4;

    private final Transactions transactions;
    private final int cost;
    /** Compared with where there is no such login, so that both answers take as long. */
    private final String nobody;

    /** @param cost bcrypt's, as a power of two */
    public Accounts(
            Transactions transactions, @ConfigProperty(name = "goichung.password.cost", defaultValue = "10") int cost) {
        this.transactions = transactions;
        this.cost = cost;
        nobody = BcryptUtil.bcryptHash("nobody has this password", cost);
    }

    /** The account whose password this is; empty for a wrong one, an unknown login or a disabled account. */
    public Uni<Optional<Account>> withPassword(String login, String password) {
        return sql().select("SELECT " + COLUMNS + " FROM account WHERE login = $1 AND NOT disabled", login)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    String hash = rows.isEmpty() ? nobody : (String) rows.getFirst()[8];
                    boolean right = BcryptUtil.matches(password, String.valueOf(hash));
                    return right && !rows.isEmpty() ? Optional.of(account(rows.getFirst())) : Optional.empty();
                });
    }

    public Uni<Optional<Account>> byId(UUID id) {
        return sql().select("SELECT " + COLUMNS + " FROM account WHERE id = $1 AND NOT disabled", id)
                .map(rows -> rows.stream().findFirst().map(Accounts::account));
    }

    /** Within the caller's transaction; empty for an unknown log-in and a disabled account. */
    public Uni<Optional<Account>> byLogin(Statements sql, String login) {
        return sql.select("SELECT " + COLUMNS + " FROM account WHERE login = $1 AND NOT disabled", login)
                .map(rows -> rows.stream().findFirst().map(Accounts::account));
    }

    /** Within the caller's transaction. */
    public Uni<Optional<Account>> byId(Statements sql, UUID id) {
        return sql.select("SELECT " + COLUMNS + " FROM account WHERE id = $1 AND NOT disabled", id)
                .map(rows -> rows.stream().findFirst().map(Accounts::account));
    }

    /** The union officers of a body that are not disabled, oldest first. */
    public Uni<List<Account>> officersOf(UnionBodyId body) {
        return sql().select(
                        "SELECT " + COLUMNS
                                + " FROM account WHERE union_body_id = $1 AND role = $2 AND NOT disabled ORDER BY id LIMIT 50",
                        body.value(),
                        Role.UNION_OFFICER.wireName())
                .map(rows -> rows.stream().map(Accounts::account).toList());
    }

    public Uni<List<Account>> demoAccounts() {
        return sql().select("SELECT " + COLUMNS + " FROM account WHERE demo ORDER BY login")
                .map(rows -> rows.stream().map(Accounts::account).toList());
    }

    /** Makes the account, or sets password and binding anew where the login exists. */
    public Uni<UUID> put(
            String login,
            String password,
            Role role,
            @Nullable EnterpriseId enterprise,
            @Nullable UnionBodyId unionBody,
            @Nullable CarrierId carrier,
            @Nullable WorkerId worker,
            boolean demo) {
        return hash(password, demo ? DEMO_COST : cost)
                .chain(hash -> sql().select(
                                """
                                INSERT INTO account (id, login, password_hash, role, enterprise_id, union_body_id, carrier_id, worker_id, demo)
                                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                                ON CONFLICT (login) DO UPDATE SET password_hash = excluded.password_hash, role = excluded.role,
                                    enterprise_id = excluded.enterprise_id, union_body_id = excluded.union_body_id,
                                    carrier_id = excluded.carrier_id, worker_id = excluded.worker_id
                                RETURNING id
                                """,
                                Ids.next(),
                                login,
                                hash,
                                role.wireName(),
                                enterprise == null ? null : enterprise.value(),
                                unionBody == null ? null : unionBody.value(),
                                carrier == null ? null : carrier.value(),
                                worker == null ? null : worker.value(),
                                demo))
                .map(rows -> (UUID) rows.getFirst()[0]);
    }

    /** On a thread that may take its time. */
    public Uni<String> hash(String password) {
        return hash(password, cost);
    }

    private static Uni<String> hash(String password, int cost) {
        return Uni.createFrom()
                .item(() -> BcryptUtil.bcryptHash(password, cost))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Refused with {@code already-exists} where the log-in is taken. */
    public Uni<Account> make(Statements sql, NewAccount wanted, String hash) {
        return sql.select(
                        """
                                INSERT INTO account (id, login, password_hash, role, enterprise_id, union_body_id, carrier_id)
                                VALUES ($1, $2, $3, $4, $5, $6, $7)
                                ON CONFLICT (login) DO NOTHING
                                RETURNING
                                """ + COLUMNS,
                        Ids.next(),
                        wanted.login(),
                        hash,
                        wanted.role().wireName(),
                        wanted.enterprise() == null ? null : wanted.enterprise().value(),
                        wanted.unionBody() == null ? null : wanted.unionBody().value(),
                        wanted.carrier() == null ? null : wanted.carrier().value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(Accounts::account)
                        .orElseThrow(() -> Refusal.of(ProblemType.ALREADY_EXISTS)));
    }

    /** Those that are not disabled. */
    public Uni<List<Account>> list(@Nullable UUID after, int limit) {
        return sql().select(
                        "SELECT " + COLUMNS
                                + " FROM account WHERE ($1::uuid IS NULL OR id > $1) AND NOT disabled ORDER BY id LIMIT $2",
                        after,
                        limit)
                .map(rows -> rows.stream().map(Accounts::account).toList());
    }

    public Uni<Void> disable(Statements sql, UUID id) {
        return sql.update("UPDATE account SET disabled = true WHERE id = $1", id)
                .invoke(changed -> {
                    if (changed == 0) throw Refusal.notFound();
                })
                .replaceWithVoid();
    }

    public Uni<Boolean> any() {
        return sql().select("SELECT EXISTS (SELECT 1 FROM account)").map(rows -> (Boolean) rows.getFirst()[0]);
    }

    private Statements sql() {
        return transactions.app();
    }

    private static Account account(Object[] row) {
        @Nullable UUID enterprise = (UUID) row[3];
        @Nullable UUID body = (UUID) row[4];
        @Nullable UUID carrier = (UUID) row[5];
        @Nullable UUID worker = (UUID) row[6];
        return new Account(
                (UUID) row[0],
                (String) row[1],
                Role.ofWireName((String) row[2]).orElseThrow(),
                enterprise == null ? null : new EnterpriseId(enterprise),
                body == null ? null : new UnionBodyId(body),
                carrier == null ? null : new CarrierId(carrier),
                worker == null ? null : new WorkerId(worker),
                Boolean.TRUE.equals(row[7]));
    }
}
