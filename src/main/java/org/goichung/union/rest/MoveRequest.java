package org.goichung.union.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.goichung.platform.identity.UnionBodyId;

/** Under whom a body stands from a day on. */
record MoveRequest(@NotNull UnionBodyId parentId, @NotNull LocalDate from) {}
