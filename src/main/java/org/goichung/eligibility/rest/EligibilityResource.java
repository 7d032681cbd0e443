package org.goichung.eligibility.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.goichung.eligibility.AudienceService;
import org.goichung.eligibility.AudienceView;
import org.goichung.eligibility.EligibilityService;
import org.goichung.eligibility.LookupView;
import org.goichung.eligibility.WhatIfView;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/** Questions about eligibility. They move nothing, but travel in bodies, since they name people. */
@Path("/v1/eligibility")
public class EligibilityResource {
    private final EligibilityService eligibility;
    private final AudienceService audiences;
    private final CurrentScope scope;

    public EligibilityResource(EligibilityService eligibility, AudienceService audiences, CurrentScope scope) {
        this.eligibility = eligibility;
        this.audiences = audiences;
        this.scope = scope;
    }

    @POST
    @Path("/lookups")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<LookupView> lookUp(
            @Valid @NotNull LookupRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return eligibility.lookup(scope.get(), request.query(Language.ofAnswers(acceptLanguage)));
    }

    @POST
    @Path("/audiences")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<AudienceView> count(@Valid @NotNull AudienceRequest request) {
        return audiences.audience(scope.get(), request.query());
    }

    @POST
    @Path("/what-if")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.AUDITOR, Roles.ADMIN})
    public Uni<WhatIfView> whatIf(@Valid @NotNull WhatIfRequest request) {
        return audiences.whatIf(scope.get(), request.query());
    }
}
