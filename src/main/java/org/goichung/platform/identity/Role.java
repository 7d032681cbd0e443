package org.goichung.platform.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who someone is at the door (design: people and machines at the door). The wire name is the enum's name in kebab case. */
public enum Role {
    UNION_OFFICER,
    STEWARD,
    EMPLOYER,
    CARRIER,
    WORKER,
    AUDITOR,
    ADMIN,
    /** The service's own jobs; never given to a person or a machine at the door. */
    SYSTEM;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role != SYSTEM && role.wireName().equals(name))
                .findFirst();
    }
}
