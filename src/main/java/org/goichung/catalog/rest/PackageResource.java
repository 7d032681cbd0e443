package org.goichung.catalog.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.catalog.CatalogService;
import org.goichung.catalog.NewVersion;
import org.goichung.catalog.PackageView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What carriers sell. */
@Path("/v1/packages")
public class PackageResource {
    private final CatalogService catalog;
    private final CurrentScope scope;
    private final Once once;

    public PackageResource(CatalogService catalog, CurrentScope scope, Once once) {
        this.catalog = catalog;
        this.scope = scope;
        this.once = once;
    }

    @GET
    @RolesAllowed({
        Roles.UNION_OFFICER,
        Roles.STEWARD,
        Roles.EMPLOYER,
        Roles.CARRIER,
        Roles.WORKER,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public Uni<Page<PackageView>> list(
            @QueryParam("carrierId") @Nullable UUID carrierId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return catalog.packages(
                scope.get(), carrierIdOf(carrierId), PageRequest.of(after, limit, "packages", carrierId));
    }

    @POST
    @RolesAllowed({Roles.CARRIER, Roles.ADMIN})
    public Uni<Response> publish(@Valid @NotNull NewPackage request) {
        return once.answer(
                () -> catalog.publish(scope.get(), carrierIdOf(request.carrierId()), request.code(), request.version())
                        .map(PackageResource::created));
    }

    @GET
    @Path("/{packageId}")
    @RolesAllowed({
        Roles.UNION_OFFICER,
        Roles.STEWARD,
        Roles.EMPLOYER,
        Roles.CARRIER,
        Roles.WORKER,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public Uni<RestResponse<PackageView>> get(@PathParam("packageId") UUID packageId) {
        return catalog.aPackage(scope.get(), packageId).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Answer.etag(view.etag()))
                .build());
    }

    @POST
    @Path("/{packageId}/versions")
    @RolesAllowed({Roles.CARRIER, Roles.ADMIN})
    public Uni<Response> change(
            @PathParam("packageId") UUID packageId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewVersion version) {
        return once.answer(
                () -> catalog.change(scope.get(), packageId, ifMatch, version).map(PackageResource::created));
    }

    private static Answer created(PackageView view) {
        return Answer.created("/v1/packages/" + view.id(), view, view.etag());
    }

    private static @Nullable CarrierId carrierIdOf(@Nullable UUID id) {
        return id == null ? null : new CarrierId(id);
    }

    /**
     * A package to publish, with its first version.
     *
     * @param carrierId whose it is; needed from the admin, needless from the carrier itself
     */
    public record NewPackage(
            @Nullable UUID carrierId,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_.-]{0,39}")
            String code,

            @Valid @NotNull NewVersion version) {}
}
