package org.goichung.bench.inside;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;

/** An authenticated POST of a draw's size that does nothing: what of a draw over HTTP is not the ledger's. */
@Path("/bench/enterprises/{enterpriseId}/nothing")
@RolesAllowed(Roles.UNION_OFFICER)
public class NothingResource {
    private final CurrentScope scope;

    public NothingResource(CurrentScope scope) {
        this.scope = scope;
    }

    public record Request(
            @NotNull UUID poolId, @NotNull @Positive Long amount) {}

    public record Nothing(UUID id, UUID poolId, long amount, Instant recordedAt) {}

    @POST
    public Response nothing(@PathParam("enterpriseId") UUID enterpriseId, @Valid @NotNull Request request) {
        EnterpriseId enterprise = scope.get().requireOwn(new EnterpriseId(enterpriseId));
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Nothing(enterprise.value(), request.poolId(), request.amount(), Instant.now()))
                .build();
    }
}
