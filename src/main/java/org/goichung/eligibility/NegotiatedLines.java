package org.goichung.eligibility;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What the look-up has to ask the room of negotiations, which depends on this one and implements it. */
public interface NegotiatedLines {

    /** Those of every agreement that is in force now. */
    Uni<List<NegotiatedLine>> inForce();
}
