/**
 * Usage as carriers send it: bodies of any length, as lines or as an array, packed or not, read piece by piece in bounded memory. What
 * comes of each line is told behind the body, so that a client may write all before it reads.
 */
@NullMarked
package org.goichung.partner.usage;

import org.jspecify.annotations.NullMarked;
