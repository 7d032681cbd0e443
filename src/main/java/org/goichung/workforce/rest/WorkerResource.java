package org.goichung.workforce.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.workforce.WorkerService;
import org.goichung.workforce.WorkerView;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** People over HTTP, for those who may see people. */
@Path("/v1/workers")
public class WorkerResource {
    private final WorkerService workers;
    private final Once once;
    private final CurrentScope scope;

    public WorkerResource(WorkerService workers, Once once, CurrentScope scope) {
        this.workers = workers;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD})
    public Uni<Page<WorkerView>> list(
            @QueryParam("enterpriseId") @Nullable UUID enterpriseId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        EnterpriseId enterprise = enterpriseId == null ? null : new EnterpriseId(enterpriseId);
        return workers.workers(scope.get(), enterprise, null, PageRequest.of(after, limit, enterpriseId, null));
    }

    /** A list too, but by name, and a name never stands in a URL. */
    @POST
    @Path("/searches")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD})
    public Uni<Page<WorkerView>> search(@Valid @NotNull WorkerSearchRequest wanted) {
        var page = PageRequest.of(wanted.after(), wanted.limit(), wanted.enterpriseId(), wanted.name());
        return workers.workers(scope.get(), wanted.enterpriseId(), wanted.name(), page);
    }

    @POST
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD})
    public Uni<Response> register(@Valid @NotNull WorkerRequest request) {
        return once.answer(() -> workers.register(scope.get(), request.wanted())
                .map(made -> Answer.created("/v1/workers/" + made.id(), made, made.version())));
    }

    @GET
    @Path("/{workerId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<RestResponse<WorkerView>> get(@PathParam("workerId") UUID id) {
        return workers.worker(scope.get(), new WorkerId(id)).map(found -> RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, Answer.etag(found.version()))
                .build());
    }

    @PATCH
    @Path("/{workerId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD})
    public Uni<Response> change(
            @PathParam("workerId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WorkerPatchRequest request) {
        return once.withoutKey(() -> workers.change(scope.get(), new WorkerId(id), request.patch(), ifMatch)
                .map(changed -> Answer.ok(changed, changed.version())));
    }

    @DELETE
    @Path("/{workerId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.WORKER})
    public Uni<Response> erase(
            @PathParam("workerId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.withoutKey(() ->
                workers.erase(scope.get(), new WorkerId(id), ifMatch).replaceWith(new Answer(204, Map.of(), null)));
    }
}
