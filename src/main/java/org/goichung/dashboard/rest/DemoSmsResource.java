package org.goichung.dashboard.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.goichung.dashboard.DemoInbox;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.Msisdn;

/** What the phone of one of the demo's own numbers would show. */
@Path("/demo/sms")
@PermitAll
public class DemoSmsResource {
    private final DemoInbox inbox;

    public DemoSmsResource(DemoInbox inbox) {
        this.inbox = inbox;
    }

    /** The last code sent; 404 outside demo mode, for any other number, and where none was asked for. */
    @POST
    public Shown show(@Valid @NotNull Phone phone) {
        return inbox.lastCodeFor(Msisdn.parse(phone.msisdn()).e164())
                .map(Shown::new)
                .orElseThrow(Refusal::notFound);
    }

    public record Phone(@NotBlank @Size(max = 40) String msisdn) {}

    public record Shown(String code) {}
}
