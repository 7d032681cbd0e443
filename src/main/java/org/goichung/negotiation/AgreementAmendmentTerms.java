package org.goichung.negotiation;

import java.time.YearMonth;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/** What other rooms need of an accepted amendment; what is not given is 0. */
public record AgreementAmendmentTerms(
        UUID amendmentId,
        UUID agreementId,
        EnterpriseId from,
        EnterpriseId to,
        UUID packageVersionId,
        YearMonth fromMonth,
        YearMonth untilMonth,
        long lines,
        long sharedBytes,
        long fundVnd) {}
