package org.goichung.platform.identity;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What the door has to ask the union tree to know how far an officer reaches. The union room implements it. */
public interface ScopeSource {

    /** The enterprises in the body's subtree today. */
    Uni<Set<EnterpriseId>> enterprisesUnder(UnionBodyId body);

    /** The enterprises that the body itself is the grassroots union of; empty for a superior body. */
    Uni<Set<EnterpriseId>> enterprisesOfGrassroots(UnionBodyId body);
}
