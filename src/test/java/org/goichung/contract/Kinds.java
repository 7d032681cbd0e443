package org.goichung.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.workforce.TestPeople;

/** Which kinds of objects there are, by what fields and parameters call them, and which of them are no secret to whom. */
final class Kinds {
    private static final TestPeople PEOPLE = new TestPeople();

    /** Kinds that belong to a tenant: each story has at least one of them. */
    private static final Set<String> OF_TENANTS = Set.of(
            "enterpriseId",
            "workerId",
            "msisdn",
            "nationalId",
            "importId",
            "programmeId",
            "mandateId",
            "rfqId",
            "offerId",
            "proposalId",
            "questionId",
            "paperOfferId",
            "paperAnswerId",
            "agreementId",
            "amendmentId",
            "poolId",
            "reservationId",
            "transferId",
            "enrolmentId",
            "activationId",
            "eventId",
            "packageId",
            "packageVersionId",
            "carrierId",
            "unionBodyId");
    /** Kinds that only the admin handles. */
    static final Set<String> OF_THE_ADMIN = Set.of("keyId", "accountId");

    /** What stands in a path and is nobody's object: a month. */
    static final Set<String> OF_NOBODY = Set.of("period");

    private static final Map<String, String> KIND_OF = new HashMap<>(Map.of(
            "enterpriseIds", "enterpriseId",
            "accepting", "enterpriseId",
            "withoutEnterpriseIds", "enterpriseId",
            "toEnterpriseId", "enterpriseId",
            "fromEnterpriseId", "enterpriseId",
            "toBodyId", "unionBodyId",
            "parentId", "unionBodyId",
            "amends", "eventId"));

    static {
        OF_TENANTS.forEach(kind -> KIND_OF.put(kind, kind));
        OF_THE_ADMIN.forEach(kind -> KIND_OF.put(kind, kind));
    }

    private Kinds() {}

    /** Whether an object of a kind, in a state, is no secret. */
    interface Openness {
        boolean test(String kind, String state);
    }

    /** Null where no story knows such a thing. */
    static String of(String name) {
        return KIND_OF.get(name);
    }

    /** The union tree is public, and so are carriers and what they sell, but not to each other; a carrier sees every RFQ that was opened, and what is asked about it. */
    static Openness openTo(String role) {
        boolean carrier = role.equals("carrier");
        return (kind, state) -> switch (kind) {
            case "unionBodyId" -> true;
            case "packageId", "packageVersionId" -> !carrier;
            case "carrierId" -> !carrier;
            case "rfqId" -> carrier && !state.equals("draft");
            case "questionId" -> carrier;
            default -> false;
        };
    }

    /** Another one of the kind that nobody has. */
    static String unknown(String kind) {
        return switch (kind) {
            case "msisdn" -> PEOPLE.number();
            case "nationalId" -> PEOPLE.nationalId();
            case "eventId" -> "nobodys-" + UUID.randomUUID();
            default -> UUID.randomUUID().toString();
        };
    }
}
