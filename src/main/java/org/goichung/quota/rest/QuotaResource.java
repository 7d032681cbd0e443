package org.goichung.quota.rest;

import io.smallrye.mutiny.Uni;
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
import org.goichung.platform.identity.Roles;
import org.goichung.quota.QuotaService;
import org.jspecify.annotations.Nullable;

/** Draws and reservations over HTTP. */
@Path("/v1/enterprises/{enterpriseId}/quota")
@RolesAllowed(Roles.UNION_OFFICER)
public class QuotaResource {
    private final QuotaService quota;
    private final Moves moves;

    QuotaResource(QuotaService quota, Moves moves) {
        this.quota = quota;
        this.moves = moves;
    }

    @POST
    @Path("/draws")
    public Uni<Response> draw(@PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull DrawRequest request) {
        return quota.draw(moves.of(enterpriseId), request.poolId(), request.amount())
                .map(moves::response);
    }

    @POST
    @Path("/reservations")
    public Uni<Response> reserve(@PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull ReserveRequest request) {
        return quota.reserve(moves.of(enterpriseId), request.poolId(), request.amount(), request.expiresInSeconds())
                .map(moves::response);
    }

    /** Without a body the whole is posted. */
    @POST
    @Path("/reservations/{reservationId}/post")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> post(
            @PathParam("enterpriseId") UUID enterpriseId,
            @PathParam("reservationId") UUID reservationId,
            @Valid @Nullable PostRequest request) {
        return quota.post(moves.of(enterpriseId), reservationId, request == null ? null : request.amount())
                .map(moves::response);
    }

    @POST
    @Path("/reservations/{reservationId}/void")
    public Uni<Response> release(
            @PathParam("enterpriseId") UUID enterpriseId, @PathParam("reservationId") UUID reservationId) {
        return quota.voidReservation(moves.of(enterpriseId), reservationId).map(moves::response);
    }
}
