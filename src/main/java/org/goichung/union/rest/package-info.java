/** Union bodies over HTTP. */
@NullMarked
package org.goichung.union.rest;

import org.jspecify.annotations.NullMarked;
