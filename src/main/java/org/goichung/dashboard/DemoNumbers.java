package org.goichung.dashboard;

import io.smallrye.mutiny.Uni;

/** Which numbers the demo made up: only theirs may be answered for on the screen. The demo implements it. */
public interface DemoNumbers {

    /** @param msisdn {@code +84xxxxxxxxx} */
    Uni<Boolean> includes(String msisdn);
}
