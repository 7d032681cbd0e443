package org.goichung.enrolment.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
import org.goichung.enrolment.Consent;
import org.goichung.enrolment.EnrolmentService;
import org.goichung.enrolment.EnrolmentState;
import org.goichung.enrolment.EnrolmentView;
import org.goichung.enrolment.NewEnrolment;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Enrolments, for a worker and for those who help them. */
@Path("/v1/enrolments")
public class EnrolmentResource {
    private final EnrolmentService enrolments;
    private final CurrentScope scope;
    private final Once once;
    private final RoutingContext context;

    public EnrolmentResource(EnrolmentService enrolments, CurrentScope scope, Once once, RoutingContext context) {
        this.enrolments = enrolments;
        this.scope = scope;
        this.once = once;
        this.context = context;
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<Page<EnrolmentView>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return enrolments.enrolments(
                scope.get(), stateOf(state), PageRequest.of(after, limit, "enrolments", state), language());
    }

    @POST
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<Response> create(@Valid @NotNull NewEnrolment wanted) {
        return once.answer(() -> enrolments
                .create(scope.get(), wanted, language())
                .map(view -> Answer.created("/v1/enrolments/" + view.id(), view, view.version())));
    }

    @GET
    @Path("/{enrolmentId}")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<RestResponse<EnrolmentView>> get(@PathParam("enrolmentId") UUID id) {
        return enrolments.enrolment(scope.get(), id, language()).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Answer.etag(view.version()))
                .build());
    }

    @POST
    @Path("/{enrolmentId}/consent")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<Response> consent(
            @PathParam("enrolmentId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Consent consent) {
        return once.answer(() -> answered(enrolments.consent(scope.get(), id, ifMatch, consent, language())));
    }

    @POST
    @Path("/{enrolmentId}/pause")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<Response> pause(
            @PathParam("enrolmentId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> answered(enrolments.pause(scope.get(), id, ifMatch, language())));
    }

    @POST
    @Path("/{enrolmentId}/resume")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<Response> resume(
            @PathParam("enrolmentId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> answered(enrolments.resume(scope.get(), id, ifMatch, language())));
    }

    @POST
    @Path("/{enrolmentId}/exit")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.WORKER})
    public Uni<Response> exit(
            @PathParam("enrolmentId") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.answer(() -> answered(enrolments.exit(scope.get(), id, ifMatch, language())));
    }

    private Language language() {
        return Language.ofAnswers(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Uni<Answer> answered(Uni<EnrolmentView> moved) {
        return moved.map(view -> Answer.ok(view, view.version()));
    }

    private static @Nullable EnrolmentState stateOf(@Nullable String word) {
        if (word == null) return null;
        return EnrolmentState.read(word)
                .orElseThrow(() -> Refusal.field(ProblemType.INVALID_REQUEST, "?state", "unknown-state"));
    }
}
