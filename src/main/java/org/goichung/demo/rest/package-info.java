/** The demo's clock and its log-ins over HTTP. */
@NullMarked
package org.goichung.demo.rest;

import org.jspecify.annotations.NullMarked;
