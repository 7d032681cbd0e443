/** Programmes over HTTP. */
@NullMarked
package org.goichung.subsidy.rest;

import org.jspecify.annotations.NullMarked;
