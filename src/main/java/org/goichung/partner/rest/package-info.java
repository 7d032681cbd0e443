/** The carriers' doors over HTTP. */
@NullMarked
package org.goichung.partner.rest;

import org.jspecify.annotations.NullMarked;
