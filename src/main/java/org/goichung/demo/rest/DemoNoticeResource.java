package org.goichung.demo.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.goichung.demo.DemoService;
import org.goichung.negotiation.VoteNotice;
import org.goichung.platform.identity.Roles;

/** The notices that nobody delivers in the demo, for whoever plays a member's committee. */
@Path("/demo/notices")
@RolesAllowed(Roles.ADMIN)
public class DemoNoticeResource {
    private final DemoService demo;

    public DemoNoticeResource(DemoService demo) {
        this.demo = demo;
    }

    @GET
    public Uni<Notices> waiting() {
        return demo.notices().map(Notices::new);
    }

    /** The newest first. */
    public record Notices(List<VoteNotice> items) {}
}
