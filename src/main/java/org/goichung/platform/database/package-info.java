/** The database at the edge: the embedded server, its three roles, and transactions of either technology. */
@NullMarked
package org.goichung.platform.database;

import org.jspecify.annotations.NullMarked;
