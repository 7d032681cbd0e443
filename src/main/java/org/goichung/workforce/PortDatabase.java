package org.goichung.workforce;

import java.util.Optional;

/**
 * Where the country's porting records can be asked, somebody implements this as a bean: what it says of a number is fact, and ends the
 * guess by its prefix. It is asked for each number as it comes in or changes, so it answers from memory and at once; without a bean
 * nothing is known of porting.
 */
public interface PortDatabase {

    /** The code of the carrier that the number was ported to last; empty where no porting is recorded. */
    Optional<String> carrierOf(Msisdn number);
}
