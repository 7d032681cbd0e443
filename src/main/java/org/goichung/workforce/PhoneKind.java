package org.goichung.workforce;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a phone can do for its owner. */
public enum PhoneKind {
    @JsonProperty("smartphone")
    SMARTPHONE,
    /** Calls and messages, at most a small browser. */
    @JsonProperty("feature")
    FEATURE
}
