package org.goichung.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a person; global, not a tenant. */
public record WorkerId(@JsonValue UUID value) {

    @JsonCreator
    public WorkerId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
