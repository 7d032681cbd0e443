package org.goichung.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a carrier wants to know about an RFQ; everybody reads it. */
public record NewQuestion(@NotBlank @Size(max = 2000) String text) {}
