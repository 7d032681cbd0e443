package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goichung.eligibility.CriteriaService;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.PlacesService;
import org.goichung.workforce.WorkforceService;

/** What lots and offers name of other rooms: criteria, provinces, and where enterprises lie. */
@ApplicationScoped
class LotChecks {
    private static final Scope WHERE = Scope.system("rfq-places");

    private final CriteriaService criteria;
    private final PlacesService places;
    private final WorkforceService workforce;

    LotChecks(CriteriaService criteria, PlacesService places, WorkforceService workforce) {
        this.criteria = criteria;
        this.places = places;
        this.workforce = workforce;
    }

    /** Every criterion and province that a lot names must be known. */
    Uni<Void> requireKnown(List<Lot> lots) {
        for (int i = 0; i < lots.size(); i++)
            requireProvinces(
                    ProblemType.INVALID_REQUEST,
                    "/lots/" + i + "/provinces",
                    lots.get(i).provinceCodes());
        return criteria.unknownAmong(
                        lots.stream().flatMap(lot -> lot.criteria().stream()).toList())
                .invoke(unknown -> {
                    for (int i = 0; i < lots.size(); i++)
                        for (int j = 0; j < lots.get(i).criteria().size(); j++)
                            if (unknown.contains(lots.get(i).criteria().get(j)))
                                throw Refusal.field(
                                        ProblemType.INVALID_REQUEST,
                                        "/lots/" + i + "/criteria/" + j,
                                        "unknown-criterion");
                })
                .replaceWithVoid();
    }

    /** @param pointer of the list that names them */
    void requireProvinces(ProblemType type, String pointer, List<String> codes) {
        for (int i = 0; i < codes.size(); i++)
            if (!places.isProvince(codes.get(i))) throw Refusal.field(type, pointer + "/" + i, "unknown-place");
    }

    /** The province of each of these that is known to lie in one. */
    Uni<Map<EnterpriseId, String>> provincesOf(Collection<EnterpriseId> enterprises) {
        return workforce.enterprises(WHERE, enterprises).map(found -> {
            var of = new HashMap<EnterpriseId, String>();
            found.forEach(enterprise -> {
                String province = enterprise.provinceCode();
                if (province != null) of.put(enterprise.id(), province);
            });
            return of;
        });
    }
}
