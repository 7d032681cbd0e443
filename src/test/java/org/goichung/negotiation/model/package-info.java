@NullMarked
package org.goichung.negotiation.model;

import org.jspecify.annotations.NullMarked;
