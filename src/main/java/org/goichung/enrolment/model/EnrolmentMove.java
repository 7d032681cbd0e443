package org.goichung.enrolment.model;

import java.util.Locale;

/** What may happen to an enrolment. */
public enum EnrolmentMove {
    QUALIFY,
    CONSENT,
    /** The quota that was held ended before the order could go out. */
    RUN_SHORT,
    ORDER,
    ACKNOWLEDGE,
    REFUSE,
    PAUSE,
    RESUME,
    LAPSE,
    RENEW,
    GIVE_NOTICE,
    USE,
    CALL_FOR_RECERTIFICATION,
    RECERTIFY,
    EXIT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
