package org.goichung.platform.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** The scope of the request at hand, as the door made it. Resources ask it; services are handed what it gives. */
@RequestScoped
public class CurrentScope {
    static final String ATTRIBUTE = "goichung.scope";
    static final String WAITED = "goichung.scope-waited";

    private final CurrentVertxRequest request;

    public CurrentScope(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * Read from the request itself, where the door has put it: Quarkus' own injected identity may still be on its way on another thread
     * when many come at once, and cannot be waited for on an event loop.
     */
    public Scope get() {
        Scope scope = request.getCurrent().get(ATTRIBUTE);
        if (scope == null) throw Refusal.of(ProblemType.UNAUTHENTICATED);
        return scope;
    }

    /** For how many nanoseconds the request has waited for its scope: what has a deadline counts them in. */
    public static long waitedNanos(RoutingContext context) {
        Long waited = context.get(WAITED);
        return waited == null ? 0 : waited;
    }

    /**
     * The same for a route that is no resource: the caller's scope, refused without credentials or with none of the roles. The
     * request has to be paused meanwhile, since credentials are looked at only now.
     */
    public static Uni<Scope> of(RoutingContext context, Set<String> roles) {
        return QuarkusHttpUser.getSecurityIdentity(context, null).map(identity -> {
            Scope scope = identity == null ? null : identity.getAttribute(ATTRIBUTE);
            if (scope == null) throw Refusal.of(ProblemType.UNAUTHENTICATED);
            if (roles.stream().noneMatch(identity::hasRole)) throw Refusal.of(ProblemType.FORBIDDEN);
            return scope;
        });
    }
}
