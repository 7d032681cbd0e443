package org.goichung.platform.idempotency;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps the bytes the client sent (at most the edge's bound), since the hash of a key's body is over those. */
public class BodyMemory {
    static final String BYTES = "goichung.body";

    @ServerRequestFilter(readBody = true)
    public void remember(ContainerRequestContext request, RoutingContext context) throws IOException {
        // the body of a method that takes none was not read, and reading it here would block
        boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (safe || context.request().getHeader("Idempotency-Key") == null || !request.hasEntity()) return;
        byte[] bytes = request.getEntityStream().readAllBytes();
        context.put(BYTES, bytes);
        request.setEntityStream(new ByteArrayInputStream(bytes));
    }
}
