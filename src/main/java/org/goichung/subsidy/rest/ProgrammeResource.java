package org.goichung.subsidy.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.subsidy.NewProgramme;
import org.goichung.subsidy.ProgrammeView;
import org.goichung.subsidy.SubsidyService;
import org.jspecify.annotations.Nullable;

/** Subsidy programmes. */
@Path("/v1/programmes")
public class ProgrammeResource {
    private final SubsidyService subsidies;
    private final CurrentScope scope;
    private final Once once;

    public ProgrammeResource(SubsidyService subsidies, CurrentScope scope, Once once) {
        this.subsidies = subsidies;
        this.scope = scope;
        this.once = once;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<Page<ProgrammeView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return subsidies.programmes(scope.get(), PageRequest.of(after, limit, "programmes"));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> add(@Valid @NotNull NewProgramme programme) {
        return once.answer(() ->
                subsidies.add(scope.get(), programme).map(made -> Answer.created("/v1/programmes/" + made.id(), made)));
    }

    @GET
    @Path("/{programmeId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<ProgrammeView> get(@PathParam("programmeId") UUID programmeId) {
        return subsidies.programme(scope.get(), programmeId);
    }
}
