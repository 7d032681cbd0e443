package org.goichung.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a node of the union tree. */
public record UnionBodyId(@JsonValue UUID value) {

    @JsonCreator
    public UnionBodyId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
