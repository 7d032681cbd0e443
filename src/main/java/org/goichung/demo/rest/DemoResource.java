package org.goichung.demo.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.goichung.demo.DemoService;
import org.goichung.platform.identity.Roles;

/** The demo's own doors; nothing is here outside demo mode. */
@Path("/demo")
public class DemoResource {
    private static final long TEN_YEARS = 10L * 366 * 24 * 3600;

    private final DemoService demo;

    public DemoResource(DemoService demo) {
        this.demo = demo;
    }

    @GET
    @Path("/credentials")
    @PermitAll
    public Uni<DemoService.Credentials> credentials() {
        return demo.credentials();
    }

    @POST
    @Path("/clock")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Now> advance(@Valid @NotNull Advance by) {
        return demo.advance(by.advanceSeconds()).map(Now::new);
    }

    /** How far to move the clock; never back. */
    public record Advance(@NotNull @Positive @Max(TEN_YEARS) Long advanceSeconds) {}

    /** The demo's time after the move. */
    public record Now(Instant now) {}
}
