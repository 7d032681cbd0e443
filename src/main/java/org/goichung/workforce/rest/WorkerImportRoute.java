package org.goichung.workforce.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.ProblemAnswers;
import org.goichung.workforce.RosterService;
import org.goichung.workforce.WorkerImportView;
import org.jspecify.annotations.Nullable;

/** How a roster is sent: a route of its own, since its body streams to disk with back-pressure and never stands in memory. */
@ApplicationScoped
public class WorkerImportRoute {
    private static final Set<String> ROLES = Set.of(Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER);

    private final RosterService rosters;
    private final ProblemAnswers problems;
    private final ObjectMapper json;

    public WorkerImportRoute(RosterService rosters, ProblemAnswers problems, ObjectMapper json) {
        this.rosters = rosters;
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        router.post("/v1/enterprises/:enterpriseId/worker-imports").handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request().pause();
        CurrentScope.of(context, ROLES)
                .chain(scope -> receive(context, scope))
                .subscribe()
                .with(view -> answer(context, view), failure -> refuse(context, failure));
    }

    private Uni<WorkerImportView> receive(RoutingContext context, Scope scope) {
        var enterprise = new EnterpriseId(uuid(context.pathParam("enterpriseId")));
        requireCsv(context.request().getHeader("Content-Type"));
        boolean dryRun = flag(context.request().getParam("dryRun"));
        return rosters.receive(scope, enterprise, context.request(), dryRun);
    }

    private void answer(RoutingContext context, WorkerImportView view) {
        var response = context.response()
                .setStatusCode(view.sameFileAs() == null ? 202 : 200)
                .putHeader("Content-Type", "application/json");
        if (view.sameFileAs() == null) response.putHeader("Location", "/v1/worker-imports/" + view.id());
        Language language = Language.of(context.request().getHeader("Accept-Language"));
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(WorkerImportAnswer.of(view, language))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the client goes on sending after a refusal is let go, and the connection with it. */
    private void refuse(RoutingContext context, Throwable failure) {
        if (!context.request().isEnded()) {
            context.response().putHeader("Connection", "close");
            context.request().handler(dropped -> {}).resume();
        }
        problems.send(failure, context);
    }

    private static UUID uuid(@Nullable String text) {
        if (text == null) throw Refusal.notFound();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Refusal.notFound();
        }
    }

    /** The declared character set is not looked at: the bytes themselves are. */
    private static void requireCsv(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("text/csv")) throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    private static boolean flag(@Nullable String text) {
        if (text == null || text.equals("false")) return false;
        if (text.equals("true")) return true;
        throw Refusal.field(ProblemType.INVALID_REQUEST, "?dryRun", "wrong-type");
    }
}
