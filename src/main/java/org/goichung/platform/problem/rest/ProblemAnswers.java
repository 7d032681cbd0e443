package org.goichung.platform.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.goichung.platform.http.Edge;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.Problem;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jboss.logging.Logger;

/** Problems as bytes, for resources and for routes that are not resources. */
@ApplicationScoped
public class ProblemAnswers {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;

    public ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** What to say about any failure; a fault of ours is logged under the request's id and told without its inside. */
    public Refusal refusalOf(Throwable failure, RoutingContext context) {
        return Refusals.of(failure).orElseGet(() -> {
            LOG.errorf(failure, "request %s failed", Edge.requestId(context));
            return Refusal.of(ProblemType.INTERNAL_ERROR);
        });
    }

    public byte[] bytes(Refusal refusal, RoutingContext context) {
        Language language = Language.of(context.request().getHeader("Accept-Language"));
        try {
            return json.writeValueAsBytes(Problem.of(refusal, language, Edge.requestId(context)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Response response(Throwable failure, RoutingContext context) {
        Refusal refusal = refusalOf(failure, context);
        var response = Response.status(refusal.type().status())
                .type(Problem.MEDIA_TYPE)
                .header(
                        "Content-Language",
                        Language.of(context.request().getHeader("Accept-Language"))
                                .tag())
                .entity(bytes(refusal, context));
        Duration wait = refusal.retryAfter();
        if (wait != null) response.header("Retry-After", Math.max(1, wait.toSeconds()));
        if (refusal.type() == ProblemType.UNAUTHENTICATED) response.header("WWW-Authenticate", "Bearer");
        return response.build();
    }

    /** Answers on a route that is no resource; nothing may have been written yet. */
    public void send(Throwable failure, RoutingContext context) {
        Refusal refusal = refusalOf(failure, context);
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        Duration wait = refusal.retryAfter();
        if (wait != null) context.response().putHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        if (refusal.type() == ProblemType.UNAUTHENTICATED) context.response().putHeader("WWW-Authenticate", "Bearer");
        context.response()
                .setStatusCode(refusal.type().status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(bytes(refusal, context)));
    }
}
