package org.goichung.quota.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Claims;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.Problem;
import org.goichung.quota.QuotaAnswer;
import org.goichung.quota.QuotaService;
import org.jspecify.annotations.Nullable;

/** Draws and reservations over HTTP. Their keys are the ledger's own, claimed in the batch that settles them. */
@Path("/v1/enterprises/{enterpriseId}/quota")
@RolesAllowed(Roles.UNION_OFFICER)
public class QuotaResource {
    private final QuotaService quota;
    private final CurrentScope scope;
    private final Claims claims;
    private final RoutingContext context;
    private final ObjectMapper json;

    public QuotaResource(
            QuotaService quota, CurrentScope scope, Claims claims, RoutingContext context, ObjectMapper json) {
        this.quota = quota;
        this.scope = scope;
        this.claims = claims;
        this.context = context;
        this.json = json;
    }

    @POST
    @Path("/draws")
    public Uni<Response> draw(@PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull DrawRequest request) {
        return quota.draw(move(enterpriseId), request.poolId(), request.amount())
                .map(this::response);
    }

    @POST
    @Path("/reservations")
    public Uni<Response> reserve(@PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull ReserveRequest request) {
        return quota.reserve(move(enterpriseId), request.poolId(), request.amount(), request.expiresInSeconds())
                .map(this::response);
    }

    /** Without a body the whole is posted. */
    @POST
    @Path("/reservations/{reservationId}/post")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> post(
            @PathParam("enterpriseId") UUID enterpriseId,
            @PathParam("reservationId") UUID reservationId,
            @Valid @Nullable PostRequest request) {
        return quota.post(move(enterpriseId), reservationId, request == null ? null : request.amount())
                .map(this::response);
    }

    @POST
    @Path("/reservations/{reservationId}/void")
    public Uni<Response> release(
            @PathParam("enterpriseId") UUID enterpriseId, @PathParam("reservationId") UUID reservationId) {
        return quota.voidReservation(move(enterpriseId), reservationId).map(this::response);
    }

    private QuotaService.Move move(UUID enterpriseId) {
        Scope caller = scope.get();
        return new QuotaService.Move(
                caller,
                new EnterpriseId(enterpriseId),
                claims.of(context, caller),
                Language.of(context.request().getHeader("Accept-Language")));
    }

    private Response response(QuotaAnswer answer) {
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
