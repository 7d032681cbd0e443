/** What the system's administrator does to log-ins and machines' keys, each act with its entry in the audit. */
@NullMarked
package org.goichung.platform.administration;

import org.jspecify.annotations.NullMarked;
