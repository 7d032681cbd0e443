package org.goichung.quota.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Claims;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.Problem;
import org.goichung.quota.QuotaAnswer;
import org.goichung.quota.QuotaService;

/** What moves of quota have in common over HTTP. Their keys are the ledger's own, claimed in the batch that settles them. */
@ApplicationScoped
class Moves {
    private final CurrentScope scope;
    private final Claims claims;
    private final RoutingContext context;
    private final ObjectMapper json;

    Moves(CurrentScope scope, Claims claims, RoutingContext context, ObjectMapper json) {
        this.scope = scope;
        this.claims = claims;
        this.context = context;
        this.json = json;
    }

    QuotaService.Move of(UUID enterpriseId) {
        Scope caller = scope.get();
        return new QuotaService.Move(
                caller,
                new EnterpriseId(enterpriseId),
                claims.of(context, caller),
                Language.of(context.request().getHeader("Accept-Language")),
                System.nanoTime() - CurrentScope.waitedNanos(context));
    }

    Response response(QuotaAnswer answer) {
        try {
            var response = Response.status(answer.status())
                    .type(answer.body() instanceof Problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                    .entity(json.writeValueAsBytes(answer.body()));
            if (answer.replayed()) response.header("Idempotency-Replayed", "true");
            return response.build();
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
