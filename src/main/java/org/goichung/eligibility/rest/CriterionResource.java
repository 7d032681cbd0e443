package org.goichung.eligibility.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.goichung.eligibility.CriteriaService;
import org.goichung.eligibility.CriterionView;
import org.goichung.eligibility.NewCriterion;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Criteria: the rules that packages and programmes name. */
@Path("/v1/criteria")
public class CriterionResource {
    private final CriteriaService criteria;
    private final CurrentScope scope;
    private final Once once;

    public CriterionResource(CriteriaService criteria, CurrentScope scope, Once once) {
        this.criteria = criteria;
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
    public Uni<Page<CriterionView>> list(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return criteria.criteria(on, PageRequest.of(after, limit, "criteria", String.valueOf(on)));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> add(@Valid @NotNull NewCriterion criterion) {
        return once.answer(
                () -> criteria.add(scope.get(), criterion).map(made -> Answer.created("/v1/criteria", made)));
    }
}
