package org.goichung.union.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.union.UnionBodyView;
import org.goichung.union.UnionService;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The union tree over HTTP. */
@Path("/v1/union-bodies")
public class UnionBodyResource {
    private final UnionService unions;
    private final Once once;
    private final CurrentScope scope;

    public UnionBodyResource(UnionService unions, Once once, CurrentScope scope) {
        this.unions = unions;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.CARRIER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<Page<UnionBodyView>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return unions.bodies(scope.get(), PageRequest.of(after, limit));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> create(@Valid @NotNull UnionBodyRequest request) {
        return once.answer(() -> unions.create(scope.get(), request.wanted())
                .map(body -> Answer.created("/v1/union-bodies/" + body.id(), body, body.version())));
    }

    @GET
    @Path("/{unionBodyId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.CARRIER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<RestResponse<UnionBodyView>> get(@PathParam("unionBodyId") UUID id) {
        return unions.body(scope.get(), new UnionBodyId(id)).map(body -> RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, Answer.etag(body.version()))
                .build());
    }

    @POST
    @Path("/{unionBodyId}/move")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> move(
            @PathParam("unionBodyId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MoveRequest request) {
        return once.answer(
                () -> unions.move(scope.get(), new UnionBodyId(id), request.parentId(), request.from(), ifMatch)
                        .map(body -> Answer.ok(body, body.version())));
    }
}
