package org.goichung.workforce.model;

import org.jspecify.annotations.Nullable;

/**
 * A province, or a commune in it.
 *
 * @param dataset the version of the official list that the codes are of: codes were reused in the merger of 2025
 */
public record Place(String provinceCode, @Nullable String communeCode, String dataset) {}
