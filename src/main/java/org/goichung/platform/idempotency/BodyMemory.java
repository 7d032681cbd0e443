package org.goichung.platform.idempotency;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/** Keeps the bytes the client sent (at most the edge's bound), since the hash of a key's body is over those. */
public class BodyMemory {
    static final String BYTES = "goichung.body";

    @ServerRequestFilter(readBody = true)
    public void remember(ContainerRequestContext request, RoutingContext context) throws IOException {
        if (context.request().getHeader("Idempotency-Key") == null || !request.hasEntity()) return;
        // an operation without a body is not read ahead of this filter: what was sent to it all the same does not
        // matter
        if (request.getEntityStream() instanceof VertxInputStream) return;
        byte[] bytes = request.getEntityStream().readAllBytes();
        context.put(BYTES, bytes);
        request.setEntityStream(new ByteArrayInputStream(bytes));
    }
}
