package org.goichung.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a mobile operator. */
public record CarrierId(@JsonValue UUID value) {

    @JsonCreator
    public CarrierId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
