/** Who is at the door and how far they reach: tenant ids, roles, scopes, local accounts, sessions, API keys. */
@NullMarked
package org.goichung.platform.identity;

import org.jspecify.annotations.NullMarked;
