package org.goichung.platform.idempotency;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** Reads the claim of a request's key; also for rooms that keep their keys in a table of their own. */
@ApplicationScoped
public class Claims {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Keys keys;

    public Claims(Keys keys) {
        this.keys = keys;
    }

    /** 400 where the key is absent or not of the form. */
    public Claim of(RoutingContext context, Scope scope) {
        String key = context.request().getHeader("Idempotency-Key");
        if (key == null) throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REQUIRED);
        if (!KEY.matcher(key).matches()) throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_INVALID);
        String place =
                String.join("\n", scope.principal(), context.request().method().name(), context.normalizedPath(), key);
        byte[] body = context.get(BodyMemory.BYTES);
        return new Claim(
                keys.requestHash(place.getBytes(StandardCharsets.UTF_8)),
                keys.requestHash(body == null ? new byte[0] : body));
    }
}
