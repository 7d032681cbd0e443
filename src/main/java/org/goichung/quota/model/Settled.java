package org.goichung.quota.model;

import org.goichung.platform.http.Language;

/**
 * An outcome as it is answered.
 *
 * @param replayed true where the key was known
 */
public record Settled(Outcome outcome, Language language, boolean replayed) {}
