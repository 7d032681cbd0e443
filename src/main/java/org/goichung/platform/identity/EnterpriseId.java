package org.goichung.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an employer, known by its tax code; whose quota is tracked. */
public record EnterpriseId(@JsonValue UUID value) {

    @JsonCreator
    public EnterpriseId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
