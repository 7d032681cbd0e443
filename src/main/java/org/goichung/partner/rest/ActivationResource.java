package org.goichung.partner.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.goichung.enrolment.ActivationService;
import org.goichung.enrolment.ActivationState;
import org.goichung.enrolment.ActivationView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A carrier's queue of lines to activate: its own, with the numbers it activates. */
@Path("/v1/activations")
public class ActivationResource {
    private final ActivationService activations;
    private final CurrentScope scope;
    private final Once once;

    public ActivationResource(ActivationService activations, CurrentScope scope, Once once) {
        this.activations = activations;
        this.scope = scope;
        this.once = once;
    }

    @GET
    @RolesAllowed(Roles.CARRIER)
    public Uni<Page<ActivationView>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return activations.activations(scope.get(), stateOf(state), PageRequest.of(after, limit, "activations", state));
    }

    @POST
    @Path("/{activationId}/acknowledge")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> acknowledge(@PathParam("activationId") UUID id, @Valid @NotNull Acknowledgement answer) {
        return once.answer(() -> activations
                .acknowledge(scope.get(), id, answer.carrierReference(), answer.activatedAt())
                .map(Answer::ok));
    }

    @POST
    @Path("/{activationId}/refuse")
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> refuse(@PathParam("activationId") UUID id, @Valid @NotNull CarrierRefusal answer) {
        return once.answer(
                () -> activations.refuse(scope.get(), id, answer.reason()).map(Answer::ok));
    }

    private static @Nullable ActivationState stateOf(@Nullable String word) {
        if (word == null) return null;
        return ActivationState.ofWireName(word)
                .orElseThrow(() -> Refusal.field(ProblemType.INVALID_REQUEST, "?state", "unknown-state"));
    }

    /**
     * It is activated.
     *
     * @param carrierReference the carrier's own name for it
     * @param activatedAt when; now where it is left out
     */
    public record Acknowledgement(
            @NotBlank @Size(max = 80) String carrierReference,
            @Nullable Instant activatedAt) {}

    /** @param reason a code, for instance {@code number-not-ours}, {@code number-inactive}, {@code other-package-active} */
    public record CarrierRefusal(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{1,40}") String reason) {}
}
