package org.goichung.dashboard.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.goichung.dashboard.WorkerAccessService;
import org.goichung.workforce.Msisdn;
import org.jboss.resteasy.reactive.RestResponse;

/** The worker's door for programs: the same codes and the same silence as the page. */
@Path("/v1")
@PermitAll
public class WorkerCodeResource {
    private final WorkerAccessService access;

    public WorkerCodeResource(WorkerAccessService access) {
        this.access = access;
    }

    /** Always the same answer for a number of the right form, known or not. */
    @POST
    @Path("/worker-codes")
    public Uni<RestResponse<Sent>> send(@Valid @NotNull Wanted wanted, HttpServerRequest client) {
        return access.sendCode(Msisdn.parse(wanted.msisdn()), addressOf(client))
                .replaceWith(
                        () -> RestResponse.accepted(new Sent((int) WorkerAccessService.CODE_LIFETIME.toSeconds())));
    }

    @POST
    @Path("/worker-sessions")
    public Uni<Token> open(@Valid @NotNull Proof proof, HttpServerRequest client) {
        return access.openSession(Msisdn.parse(proof.msisdn()), proof.code(), addressOf(client))
                .map(Token::new);
    }

    static String addressOf(HttpServerRequest client) {
        return client.remoteAddress() == null
                ? ""
                : String.valueOf(client.remoteAddress().hostAddress());
    }

    public record Wanted(@NotBlank @Size(max = 40) String msisdn) {}

    /** @param validForSeconds how long a code lives, if one was sent */
    public record Sent(int validForSeconds) {}

    public record Proof(
            @NotBlank @Size(max = 40) String msisdn,
            @NotNull @Pattern(regexp = "\\d{6}") String code) {}

    public record Token(String token) {}
}
