/** What a union body is and what may stand under what; no I/O. */
@NullMarked
package org.goichung.union.model;

import org.jspecify.annotations.NullMarked;
