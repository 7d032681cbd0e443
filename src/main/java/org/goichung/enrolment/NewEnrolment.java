package org.goichung.enrolment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to have what.
 *
 * @param workerId for whom; a worker leaves it out and can mean no one else
 */
public record NewEnrolment(
        @Nullable UUID workerId,
        @NotNull UUID programmeId,
        @NotNull UUID agreementId,
        @NotNull UUID packageVersionId) {}
