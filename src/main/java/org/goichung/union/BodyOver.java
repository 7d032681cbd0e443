package org.goichung.union;

import java.util.Set;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;

/** A union body with those of some enterprises that belong to it, by itself or through what stands below it. */
public record BodyOver(UnionBodyId id, String name, Set<EnterpriseId> enterprises) {}
