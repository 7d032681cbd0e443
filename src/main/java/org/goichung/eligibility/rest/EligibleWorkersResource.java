package org.goichung.eligibility.rest;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.goichung.eligibility.AudienceService;
import org.goichung.eligibility.EligibleWorker;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

/** Who may get a package, one JSON object a line. */
@Path("/v1/package-versions")
public class EligibleWorkersResource {
    private final AudienceService audiences;
    private final CurrentScope scope;

    public EligibleWorkersResource(AudienceService audiences, CurrentScope scope) {
        this.audiences = audiences;
        this.scope = scope;
    }

    @GET
    @Path("/{packageVersionId}/eligible-workers")
    @Produces(RestMediaType.APPLICATION_NDJSON)
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD})
    public Multi<EligibleWorker> list(@PathParam("packageVersionId") UUID packageVersionId) {
        return audiences.eligibleWorkers(scope.get(), packageVersionId);
    }
}
