package org.goichung.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an enterprise leaves a coalition; read by its own union and the leading body. */
public record Leaving(@NotBlank @Size(max = 1000) String reason) {}
