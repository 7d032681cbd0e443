package org.goichung.enrolment.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.goichung.enrolment.EnrolmentUsageService;
import org.goichung.enrolment.EnrolmentUsageView;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;

/** What an enrolment used of its package. */
@Path("/v1/enrolments/{enrolmentId}/usage")
public class EnrolmentUsageResource {
    private final EnrolmentUsageService usage;
    private final CurrentScope scope;

    public EnrolmentUsageResource(EnrolmentUsageService usage, CurrentScope scope) {
        this.usage = usage;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<EnrolmentUsageView> usage(@PathParam("enrolmentId") UUID id) {
        return usage.usage(scope.get(), id);
    }
}
