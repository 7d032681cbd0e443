package org.goichung.union;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How high in the tree a union body stands, from the top down. */
public enum UnionLevel {
    @JsonProperty("confederation")
    CONFEDERATION,
    @JsonProperty("provincial-federation")
    PROVINCIAL_FEDERATION,
    @JsonProperty("direct-superior")
    DIRECT_SUPERIOR,
    /** Sits at one enterprise and has nobody below it. */
    @JsonProperty("grassroots")
    GRASSROOTS;

    /** Levels may be skipped, and bodies between the top and the bottom may stand under their like. */
    public boolean mayStandUnder(UnionLevel parent) {
        return this != CONFEDERATION && parent != GRASSROOTS && parent.ordinal() <= ordinal();
    }
}
