/** RFC 9457 problem details: one enum of types, one exception, texts in vi and en, a page per type. */
@NullMarked
package org.goichung.platform.problem;

import org.jspecify.annotations.NullMarked;
