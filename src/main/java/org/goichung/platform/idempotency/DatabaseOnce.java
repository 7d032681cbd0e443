package org.goichung.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.problem.Problem;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.ProblemAnswers;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keys and answers in the table {@code idempotency_key}. */
@RequestScoped
public class DatabaseOnce implements Once {
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Keys keys;
    private final ObjectMapper json;
    private final RoutingContext context;
    private final CurrentScope scope;
    private final Claims claims;
    private final ProblemAnswers problems;

    public DatabaseOnce(
            Transactions transactions,
            Keys keys,
            ObjectMapper json,
            RoutingContext context,
            CurrentScope scope,
            Claims claims,
            ProblemAnswers problems) {
        this.transactions = transactions;
        this.keys = keys;
        this.json = json;
        this.context = context;
        this.scope = scope;
        this.claims = claims;
        this.problems = problems;
    }

    /** An answer as bytes, the way it is stored and replayed. */
    private record Sent(int status, Map<String, String> headers, byte[] body) {}

    @Override
    public Uni<Response> answer(Supplier<Uni<Answer>> work) {
        Claim claim = claims.of(context, scope.get());
        return transactions
                .write(session -> once(session, claim, work))
                .onFailure(this::isToBeKept)
                .recoverWithUni(failure -> keepRefusal(claim, failure))
                .map(DatabaseOnce::response);
    }

    @Override
    public Uni<Response> withoutKey(Supplier<Uni<Answer>> work) {
        return transactions
                .write(session -> work.get().call(session::flush).map(this::sent))
                .map(DatabaseOnce::response);
    }

    private Uni<Sent> once(Mutiny.Session session, Claim claim, Supplier<Uni<Answer>> work) {
        Statements sql = Statements.of(session);
        return sql.select(
                        "SELECT pg_try_advisory_xact_lock($1)",
                        ByteBuffer.wrap(claim.scopeHash()).getLong())
                .invoke(rows -> {
                    if (!Boolean.TRUE.equals(rows.getFirst()[0]))
                        throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_IN_USE).retryAfter(SHORTLY);
                })
                .chain(() -> sql.update("""
                        INSERT INTO idempotency_key (scope_hash, body_hash) VALUES ($1, $2)
                        ON CONFLICT DO NOTHING
                        """, claim.scopeHash(), claim.bodyHash()))
                .chain(claimed -> claimed == 1
                        ? work.get().call(session::flush).map(this::sent).call(sent -> store(sql, claim, sent))
                        : replay(sql, claim));
    }

    private Uni<Sent> replay(Statements sql, Claim claim) {
        return sql.select(
                        "SELECT body_hash, status, answer FROM idempotency_key WHERE scope_hash = $1",
                        claim.scopeHash())
                .map(rows -> {
                    Object[] row = rows.getFirst();
                    if (!Arrays.equals((byte[]) row[0], claim.bodyHash()))
                        throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
                    var stored = new JsonObject(keys.open(PersonalData.Kind.OTHER, (byte[]) row[2]));
                    var headers = new HashMap<String, String>();
                    stored.getJsonObject("headers")
                            .forEach(entry -> headers.put(entry.getKey(), (String) entry.getValue()));
                    headers.put("Idempotency-Replayed", "true");
                    return new Sent((Integer) row[1], headers, stored.getBinary("body"));
                });
    }

    private boolean isToBeKept(Throwable failure) {
        if (!(failure instanceof Refusal refusal)) return false;
        return switch (refusal.type()) {
            case IDEMPOTENCY_KEY_IN_USE, IDEMPOTENCY_KEY_REUSED -> false;
            default -> List.of(409, 422).contains(refusal.type().status());
        };
    }

    /** The effect is rolled back; the refusal stays, so that the same key gets the same answer. */
    private Uni<Sent> keepRefusal(Claim claim, Throwable failure) {
        Refusal refusal = (Refusal) failure;
        var sent = new Sent(
                refusal.type().status(), Map.of("Content-Type", Problem.MEDIA_TYPE), problems.bytes(refusal, context));
        return transactions.write(session -> {
            Statements sql = Statements.of(session);
            return sql.update(
                            "INSERT INTO idempotency_key (scope_hash, body_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                            claim.scopeHash(),
                            claim.bodyHash())
                    .chain(claimed -> claimed == 1 ? store(sql, claim, sent).replaceWith(sent) : replay(sql, claim));
        });
    }

    private Uni<Integer> store(Statements sql, Claim claim, Sent sent) {
        String stored = new JsonObject()
                .put("headers", new JsonObject(new HashMap<>(sent.headers())))
                .put("body", sent.body())
                .encode();
        return sql.update(
                "UPDATE idempotency_key SET status = $2, answer = $3 WHERE scope_hash = $1",
                claim.scopeHash(),
                sent.status(),
                keys.seal(PersonalData.Kind.OTHER, stored));
    }

    private Sent sent(Answer answer) {
        try {
            var headers = new HashMap<>(answer.headers());
            if (answer.body() != null) headers.put("Content-Type", "application/json");
            byte[] body = answer.body() == null ? new byte[0] : json.writeValueAsBytes(answer.body());
            return new Sent(answer.status(), headers, body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Response response(Sent sent) {
        var response = Response.status(sent.status());
        sent.headers().forEach(response::header);
        if (sent.body().length > 0) response.entity(sent.body());
        return response.build();
    }
}
