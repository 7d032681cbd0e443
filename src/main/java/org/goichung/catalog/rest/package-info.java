/** Carriers and packages over HTTP. */
@NullMarked
package org.goichung.catalog.rest;

import org.jspecify.annotations.NullMarked;
