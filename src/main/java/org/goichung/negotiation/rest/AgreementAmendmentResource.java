package org.goichung.negotiation.rest;

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
import org.goichung.negotiation.AgreementAmendmentService;
import org.goichung.negotiation.AgreementAmendmentView;
import org.goichung.negotiation.NewAgreementAmendment;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Amendments of an agreement over HTTP. */
@Path("/v1/agreements/{agreementId}/amendments")
@RolesAllowed(Roles.UNION_OFFICER)
public class AgreementAmendmentResource {
    private final AgreementAmendmentService amendments;
    private final Once once;
    private final CurrentScope scope;

    public AgreementAmendmentResource(AgreementAmendmentService amendments, Once once, CurrentScope scope) {
        this.amendments = amendments;
        this.once = once;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Page<AgreementAmendmentView>> list(
            @PathParam("agreementId") UUID agreementId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return amendments.list(scope.get(), agreementId, PageRequest.of(after, limit, "amendments", agreementId));
    }

    @POST
    public Uni<Response> propose(
            @PathParam("agreementId") UUID agreementId, @Valid @NotNull NewAgreementAmendment wanted) {
        return once.answer(() -> amendments
                .propose(scope.get(), agreementId, wanted)
                .map(amendment -> Answer.created("/v1/agreements/" + agreementId + "/amendments", amendment)));
    }

    @POST
    @Path("/{amendmentId}/accept")
    public Uni<Response> accept(@PathParam("agreementId") UUID agreementId, @PathParam("amendmentId") UUID id) {
        return once.answer(() -> amendments.accept(scope.get(), agreementId, id).map(Answer::ok));
    }

    @POST
    @Path("/{amendmentId}/decline")
    public Uni<Response> decline(@PathParam("agreementId") UUID agreementId, @PathParam("amendmentId") UUID id) {
        return once.answer(
                () -> amendments.decline(scope.get(), agreementId, id).map(Answer::ok));
    }

    @POST
    @Path("/{amendmentId}/withdraw")
    public Uni<Response> withdraw(@PathParam("agreementId") UUID agreementId, @PathParam("amendmentId") UUID id) {
        return once.answer(
                () -> amendments.withdraw(scope.get(), agreementId, id).map(Answer::ok));
    }
}
