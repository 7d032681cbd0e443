package org.goichung.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goichung.platform.http.Legible;

/** What a carrier wants to know about an RFQ; everybody reads it. */
public record NewQuestion(
        @NotBlank @Legible(lines = true) @Size(max = 2000) String text) {}
