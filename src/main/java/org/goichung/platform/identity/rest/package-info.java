/** The doors of identity over HTTP. */
@NullMarked
package org.goichung.platform.identity.rest;

import org.jspecify.annotations.NullMarked;
