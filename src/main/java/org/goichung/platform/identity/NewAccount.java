package org.goichung.platform.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** An account to be made; it is bound to the one tenant that its role speaks for, and refused with any other binding. */
public record NewAccount(
        String login,
        String password,
        Role role,
        @Nullable EnterpriseId enterprise,
        @Nullable UnionBodyId unionBody,
        @Nullable CarrierId carrier) {

    /** bcrypt looks at no more: two passwords that differ behind it would be the same. */
    private static final int MOST_PASSWORD_BYTES = 72;

    public NewAccount {
        var faults = new ArrayList<FieldError>();
        int bound = (enterprise == null ? 0 : 1) + (unionBody == null ? 0 : 1) + (carrier == null ? 0 : 1);
        if (role == Role.AUDITOR) {
            if (bound != 1) faults.add(FieldError.of("/enterpriseId", "one-tenant-needed"));
        } else {
            check(faults, "/enterpriseId", enterprise, role == Role.STEWARD || role == Role.EMPLOYER);
            check(faults, "/unionBodyId", unionBody, role == Role.UNION_OFFICER);
            check(faults, "/carrierId", carrier, role == Role.CARRIER);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES)
            faults.add(FieldError.of("/password", "password-too-long"));
        if (!faults.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), faults);
    }

    private static void check(List<FieldError> faults, String pointer, @Nullable Object tenant, boolean wanted) {
        if (wanted && tenant == null) faults.add(FieldError.of(pointer, "not-null"));
        if (!wanted && tenant != null) faults.add(FieldError.of(pointer, "not-of-this-role"));
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "NewAccount[" + login + ", " + role + "]";
    }
}
