/** The keys file, encryption of personal data, and keyed blind indexes. */
@NullMarked
package org.goichung.platform.keys;

import org.jspecify.annotations.NullMarked;
