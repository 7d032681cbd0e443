/** The server's own edge: request ids, languages, body limits. */
@NullMarked
package org.goichung.platform.http;

import org.jspecify.annotations.NullMarked;
