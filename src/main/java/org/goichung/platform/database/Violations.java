package org.goichung.platform.database;

import io.vertx.pgclient.PgException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Which constraint of the database a failure broke, whichever technology reports it. */
public final class Violations {
    private static final int DEEPEST = 12;

    private Violations() {}

    /** Whether this named constraint or unique index was broken. */
    public static boolean of(@Nullable Throwable failure, String constraint) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof PgException pg && constraint.equals(pg.getConstraint())) return true;
            if (cause instanceof ConstraintViolationException broken && constraint.equals(broken.getConstraintName()))
                return true;
        }
        return false;
    }
}
