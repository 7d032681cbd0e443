/** The worker's page, and the same door for programs. */
@NullMarked
package org.goichung.dashboard.rest;

import org.jspecify.annotations.NullMarked;
