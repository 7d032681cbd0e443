package org.goichung.workforce.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.workforce.PlacesService;
import org.goichung.workforce.RosterService;
import org.jspecify.annotations.Nullable;

/** Rosters that were sent, followed over HTTP; how they are sent is {@link WorkerImportRoute}. */
@Path("/v1/worker-imports/{importId}")
public class WorkerImportResource {
    private final RosterService rosters;
    private final PlacesService places;
    private final CurrentScope scope;

    public WorkerImportResource(RosterService rosters, PlacesService places, CurrentScope scope) {
        this.rosters = rosters;
        this.places = places;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER})
    public Uni<WorkerImportAnswer> get(
            @PathParam("importId") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = Language.of(acceptLanguage);
        return rosters.view(scope.get(), id).map(view -> WorkerImportAnswer.of(view, language));
    }

    @GET
    @Path("/errors")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER})
    public Uni<Page<WorkerImportErrorAnswer>> errors(
            @PathParam("importId") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = Language.of(acceptLanguage);
        return rosters.errors(scope.get(), id, PageRequest.of(after, limit, id))
                .map(page -> page.map(error -> WorkerImportErrorAnswer.of(error, places, language)));
    }
}
