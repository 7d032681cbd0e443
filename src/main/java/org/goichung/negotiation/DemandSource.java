package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.platform.identity.EnterpriseId;

/** Who counts the workers that a lot is for. */
interface DemandSource {

    /** Workers who meet all criteria, per enterprise and present carrier's code. */
    Uni<Map<EnterpriseId, Map<String, Long>>> exactDemand(List<String> criteria, Set<EnterpriseId> enterprises);
}
