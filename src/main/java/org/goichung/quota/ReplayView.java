package org.goichung.quota;

/**
 * What a replay did.
 *
 * @param replayed events that now count
 * @param parked events that still match nothing
 */
public record ReplayView(long replayed, long parked) {}
