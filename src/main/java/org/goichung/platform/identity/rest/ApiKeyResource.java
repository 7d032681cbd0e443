package org.goichung.platform.identity.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.administration.Administration;
import org.goichung.platform.identity.ApiKeys;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

@Path("/v1/api-keys")
@RolesAllowed(Roles.ADMIN)
public class ApiKeyResource {
    private final ApiKeys keys;
    private final Administration administration;
    private final CurrentScope scope;

    public ApiKeyResource(ApiKeys keys, Administration administration, CurrentScope scope) {
        this.keys = keys;
        this.administration = administration;
        this.scope = scope;
    }

    public record NewKey(
            @NotNull CarrierId carrierId,
            @NotBlank @Size(max = 80) String label) {}

    @POST
    public Uni<Response> issue(@Valid @NotNull NewKey wish) {
        return administration
                .issueKey(scope.get(), wish.carrierId(), wish.label())
                .map(issued -> Response.created(URI.create("/v1/api-keys/" + issued.id()))
                        .entity(issued)
                        .build());
    }

    @GET
    public Uni<Page<ApiKeys.Listed>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = PageRequest.of(after, limit, "api-keys");
        return keys.list(page.afterId(), page.fetchSize()).map(rows -> Page.of(rows, page, key -> List.of(key.id())));
    }

    @POST
    @Path("{keyId}/revoke")
    public Uni<Response> revoke(@PathParam("keyId") UUID keyId) {
        return administration.revokeKey(scope.get(), keyId).replaceWith(() -> Response.noContent()
                .build());
    }
}
