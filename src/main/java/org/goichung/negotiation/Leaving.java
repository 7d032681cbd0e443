package org.goichung.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goichung.platform.http.Legible;

/** Why an enterprise leaves a coalition; read by its own union and the leading body. */
public record Leaving(
        @NotBlank @Legible(lines = true) @Size(max = 1000) String reason) {}
