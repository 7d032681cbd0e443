/** The negotiation over HTTP: translation only. */
@NullMarked
package org.goichung.negotiation.rest;

import org.jspecify.annotations.NullMarked;
