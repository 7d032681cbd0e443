package org.goichung.eligibility;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What the look-up has to ask the room of negotiations, which depends on this one and implements it. */
public interface NegotiatedLines {

    /** Those of every agreement that runs on this day or on a later one; none of one that is suspended or was terminated. */
    Uni<List<NegotiatedLine>> since(LocalDate day);
}
