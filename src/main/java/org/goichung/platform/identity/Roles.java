package org.goichung.platform.identity;

/** The roles' wire names as constants, for {@code @RolesAllowed}. */
public final class Roles {
    public static final String UNION_OFFICER = "union-officer";
    public static final String STEWARD = "steward";
    public static final String EMPLOYER = "employer";
    public static final String CARRIER = "carrier";
    public static final String WORKER = "worker";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    private Roles() {}
}
