package org.goichung.partner.usage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.ProblemAnswers;
import org.goichung.quota.UsageService;
import org.jspecify.annotations.Nullable;

/**
 * How usage is sent: {@code POST /v1/usage-events}, a route of its own, since its body streams with back-pressure. Takes no
 * idempotency key: each event counts once by its own id.
 */
@ApplicationScoped
public class UsageRoute {
    /** Bodies taken at once on one instance; beyond that 429, as for a carrier that has half of them. */
    private static final int AT_ONCE = 8;

    private final UsageService usage;
    private final ProblemAnswers problems;
    private final Places places = new Places(AT_ONCE);

    Duration silence;

    /** @param silence a body of which nothing comes for so long is given up */
    public UsageRoute(
            UsageService usage,
            ProblemAnswers problems,
            @ConfigProperty(name = "goichung.usage.silence", defaultValue = "PT1M") Duration silence) {
        this.usage = usage;
        this.problems = problems;
        this.silence = silence;
    }

    void install(@Observes Router router) {
        router.post("/v1/usage-events").handler(this::receive);
    }

    private void receive(RoutingContext context) {
        context.request().pause();
        Context caller = Objects.requireNonNull(Vertx.currentContext());
        CurrentScope.of(context, Set.of(Roles.CARRIER))
                .chain(scope -> take(context, scope))
                .emitOn(step -> caller.runOnContext(ignored -> step.run()))
                .subscribe()
                .with(outcomes -> answer(context, outcomes), failure -> refuse(context, failure));
    }

    private Uni<Outcomes> take(RoutingContext context, Scope scope) {
        Cutting cutting = cutting(context.request().getHeader("Content-Type"));
        Unpacking unpacking = unpacking(context.request().getHeader("Content-Encoding"));
        var outcomes = new Outcomes(all(context.request().getParam("outcomes")));
        CarrierId carrier = scope.requireCarrier();
        var body = new Body(context.request(), silence);
        var upload = new UsageUpload(usage, carrier, body, unpacking, cutting, outcomes);
        if (!places.take(carrier))
            throw Refusal.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(Duration.ofSeconds(5));
        return upload.take()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(outcomes::summarise)
                .onFailure()
                .invoke(outcomes::close)
                .onTermination()
                .invoke(() -> {
                    places.release(carrier);
                    if (unpacking instanceof Gunzip gunzip) gunzip.close();
                })
                .replaceWith(outcomes);
    }

    private static void answer(RoutingContext context, Outcomes outcomes) {
        var response = context.response().putHeader("Content-Type", "application/x-ndjson");
        var file = outcomes.file();
        if (file == null) {
            response.end(outcomes.memory());
            return;
        }
        response.sendFile(file.toString())
                .onComplete(sent -> Infrastructure.getDefaultWorkerPool().execute(outcomes::close));
    }

    /** What the client goes on sending after a refusal is let go, and the connection with it. */
    private void refuse(RoutingContext context, Throwable failure) {
        if (context.response().closed()) return;
        if (!context.request().isEnded()) {
            // HTTP/2 has no such header: there the stream is all that ends
            if (context.request().version() != HttpVersion.HTTP_2)
                context.response().putHeader("Connection", "close");
            context.request().endHandler(ended -> {}).handler(dropped -> {}).resume();
        }
        problems.send(failure, context);
    }

    private static Cutting cutting(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "application/x-ndjson", "application/ndjson" -> new Lines();
            case "application/json" -> new Elements();
            default -> throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        };
    }

    private static Unpacking unpacking(@Nullable String encoding) {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> Unpacking.none();
            case "gzip", "x-gzip" -> new Gunzip();
            default -> throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        };
    }

    private static boolean all(@Nullable String outcomes) {
        if (outcomes == null) return false;
        if (outcomes.equals("all")) return true;
        throw Refusal.field(ProblemType.INVALID_REQUEST, "?outcomes", "wrong-type");
    }
}
