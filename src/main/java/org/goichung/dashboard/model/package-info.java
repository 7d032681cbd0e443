/** One-time codes, and words for a worker. */
@NullMarked
package org.goichung.dashboard.model;

import org.jspecify.annotations.NullMarked;
