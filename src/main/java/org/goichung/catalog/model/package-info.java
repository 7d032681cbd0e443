/** What makes a version's description whole and consistent: plain decisions. */
@NullMarked
package org.goichung.catalog.model;

import org.jspecify.annotations.NullMarked;
