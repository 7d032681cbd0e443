/** Quota over HTTP. */
@NullMarked
package org.goichung.quota.rest;

import org.jspecify.annotations.NullMarked;
