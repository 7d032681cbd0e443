package org.goichung.quota.rest;

import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** @param amount a part; absent for the whole */
record PostRequest(@Positive @Nullable Long amount) {}
