package org.goichung.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goichung.platform.http.Legible;

/** The leading body's answer to a question; everybody reads it. */
public record NewAnswer(
        @NotBlank @Legible(lines = true) @Size(max = 4000) String text) {}
