/**
 * The tree of union bodies, with dated edges.
 *
 * <p>Usually confederation, provincial federation, direct superior, grassroots union; levels may be skipped, and reforms move
 * bodies. A grassroots union sits at one enterprise. From the tree the door learns how far an officer reaches.
 */
@NullMarked
package org.goichung.union;

import org.jspecify.annotations.NullMarked;
