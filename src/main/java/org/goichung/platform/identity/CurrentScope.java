package org.goichung.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** The scope of the request at hand, as the door made it. Resources ask it; services are handed what it gives. */
@RequestScoped
public class CurrentScope {
    static final String ATTRIBUTE = "goichung.scope";

    private final SecurityIdentity identity;

    public CurrentScope(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Scope get() {
        Scope scope = identity.getAttribute(ATTRIBUTE);
        if (scope == null) throw Refusal.of(ProblemType.UNAUTHENTICATED);
        return scope;
    }
}
