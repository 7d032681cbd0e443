package org.goichung.quota.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.ProblemAnswers;
import org.goichung.quota.Period;
import org.goichung.quota.StatementService;
import org.goichung.quota.StatementView;
import org.jspecify.annotations.Nullable;

/**
 * Statements: a route of its own, since the answer streams. A page of entries is read when the one before has been taken by the
 * client, so that memory stays flat however many there are.
 */
@ApplicationScoped
public class StatementRoute {
    private static final Set<String> ROLES = Set.of(Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR);

    private final StatementService statements;
    private final ProblemAnswers problems;
    private final ObjectMapper json;

    public StatementRoute(StatementService statements, ProblemAnswers problems, ObjectMapper json) {
        this.statements = statements;
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        router.get("/v1/enterprises/:enterpriseId/quota/statements/:period").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        context.request().pause();
        Context caller = Objects.requireNonNull(Vertx.currentContext());
        CurrentScope.of(context, ROLES)
                .chain(scope -> {
                    StatementFormat format = format(context);
                    return statements
                            .statement(scope, enterprise(context), period(context))
                            .emitOn(step -> caller.runOnContext(ignored -> step.run()))
                            .chain(statement -> write(context.response(), format, statement));
                })
                .subscribe()
                .with(done -> context.response().end(), failure -> refuse(context, failure));
    }

    private void refuse(RoutingContext context, Throwable failure) {
        // the client is gone: there is nobody to tell
        if (!context.response().closed()) problems.send(failure, context);
    }

    private Uni<Void> write(HttpServerResponse response, StatementFormat format, StatementView statement) {
        response.setChunked(true).putHeader("Content-Type", format.contentType());
        if (!format.fileName(statement).isEmpty())
            response.putHeader("Content-Disposition", "attachment; filename=\"" + format.fileName(statement) + "\"");
        return send(response, format.head(statement))
                .chain(() -> Multi.createFrom()
                        .iterable(statement.pools())
                        .onItem()
                        .transformToUniAndConcatenate(pool -> pool(response, format, statement, pool))
                        .collect()
                        .last())
                .chain(() -> send(response, format.foot(statement)));
    }

    private Uni<Void> pool(
            HttpServerResponse response, StatementFormat format, StatementView statement, StatementView.Section pool) {
        boolean first = pool.equals(statement.pools().getFirst());
        return send(response, format.open(pool, first))
                .chain(() ->
                        pool.entries() == 0 ? Uni.createFrom().voidItem() : entries(response, format, statement, pool))
                .chain(() -> send(response, format.close(pool)));
    }

    private Uni<Void> entries(
            HttpServerResponse response, StatementFormat format, StatementView statement, StatementView.Section pool) {
        var written = new AtomicLong(pool.firstEntry() - 1);
        return Multi.createBy()
                .repeating()
                .uni(() -> statements
                        .entries(statement, pool, written.get())
                        .chain(page -> {
                            if (page.isEmpty()) throw new IllegalStateException("a statement's entries are gone");
                            boolean first = written.get() < pool.firstEntry();
                            return send(response, format.entries(pool, page, first))
                                    .replaceWith(page.getLast().number());
                        })
                        .invoke(written::set))
                .whilst(last -> last < pool.lastEntry())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Done when the client's connection took it. */
    private static Uni<Void> send(HttpServerResponse response, Buffer part) {
        if (part.length() == 0) return Uni.createFrom().voidItem();
        return Uni.createFrom().completionStage(() -> response.write(part).toCompletionStage());
    }

    private StatementFormat format(RoutingContext context) {
        List<MIMEHeader> accepted = context.parsedHeaders().accept();
        if (accepted.isEmpty()) return new JsonStatement(json);
        for (MIMEHeader each : accepted)
            switch (each.value()) {
                case "*/*", "application/*", "application/json":
                    return new JsonStatement(json);
                case "text/*", "text/csv":
                    return new CsvStatement(language(context));
                case XlsxStatement.CONTENT_TYPE:
                    return new XlsxStatement(language(context));
                default:
            }
        throw Refusal.of(ProblemType.NOT_ACCEPTABLE);
    }

    private static Language language(RoutingContext context) {
        return Language.of(context.request().getHeader("Accept-Language"));
    }

    private static EnterpriseId enterprise(RoutingContext context) {
        return new EnterpriseId(read(context.pathParam("enterpriseId"), UUID::fromString));
    }

    private static Period period(RoutingContext context) {
        return read(context.pathParam("period"), text -> Asked.period("period", text));
    }

    private interface Reading<T> {
        T of(String text);
    }

    /** What is no id or month is not there. */
    private static <T> T read(@Nullable String text, Reading<T> reading) {
        if (text == null) throw Refusal.notFound();
        try {
            return reading.of(text);
        } catch (IllegalArgumentException | Refusal none) {
            throw Refusal.notFound();
        }
    }
}
