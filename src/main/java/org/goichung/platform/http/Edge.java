package org.goichung.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.goichung.platform.database.Ids;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.ProblemAnswers;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The first thing that sees a request: it gets an id, its body a bound, its answer the headers that keep browsers careful. */
@ApplicationScoped
public class Edge {
    /** Of an ordinary body. Streams (rosters, usage) have bounds of their own. */
    public static final long MAX_BODY_BYTES = 1 << 20;

    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final String REQUEST_ID = "goichung.request-id";
    private static final Pattern STREAMED = Pattern.compile("/v1/usage-events|/v1/enterprises/[^/]+/worker-imports");
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final ProblemAnswers problems;
    /** Reads a body that does not say its length, up to the bound. */
    private final BodyHandler bounded = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);

    public Edge(ProblemAnswers problems) {
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::receive, 500);
    }

    /** What the bounded reading gives up on. */
    void answerTooLarge(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.statusCode() == PAYLOAD_TOO_LARGE && !context.response().headWritten())
                problems.send(Refusal.of(ProblemType.BODY_TOO_LARGE), context);
            else context.next();
        });
    }

    public static @Nullable String requestId(RoutingContext context) {
        return context.get(REQUEST_ID);
    }

    private void receive(RoutingContext context) {
        var request = context.request();
        String sent = request.getHeader("X-Request-Id");
        String id = sent != null && CLIENT_ID.matcher(sent).matches()
                ? sent
                : Ids.next().toString();
        context.put(REQUEST_ID, id);
        MDC.put("requestId", id);
        context.response()
                .putHeader("X-Request-Id", id)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (!STREAMED.matcher(context.normalizedPath()).matches()) {
            if (declaredLength(request.getHeader("Content-Length")) > MAX_BODY_BYTES) {
                problems.send(Refusal.of(ProblemType.BODY_TOO_LARGE), context);
                return;
            }
            if (saysNoLength(request)) {
                bounded.handle(context);
                return;
            }
        }
        context.next();
    }

    /** HTTP/1.1 in chunks. HTTP/2, whose frames are chunks without a word of it, is left to the proxy that ends TLS. */
    private static boolean saysNoLength(HttpServerRequest request) {
        return request.getHeader("Content-Length") == null && request.getHeader("Transfer-Encoding") != null;
    }

    private static long declaredLength(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException broken) {
            return 0;
        }
    }
}
