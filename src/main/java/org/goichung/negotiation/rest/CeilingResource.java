package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.goichung.negotiation.CeilingService;
import org.goichung.negotiation.CeilingView;
import org.goichung.negotiation.NewCeiling;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;

/** The law's ceilings on promotions. */
@Path("/v1/promotion-ceilings")
public class CeilingResource {
    private final CeilingService ceilings;
    private final CurrentScope scope;
    private final Once once;

    public CeilingResource(CeilingService ceilings, CurrentScope scope, Once once) {
        this.ceilings = ceilings;
        this.scope = scope;
        this.once = once;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<Page<CeilingView>> list() {
        return ceilings.all().map(all -> new Page<>(all, null));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> add(@Valid @NotNull NewCeiling ceiling) {
        return once.answer(() -> ceilings.add(scope.get(), ceiling)
                .map(added -> Answer.created("/v1/promotion-ceilings/" + added.id(), added)));
    }
}
