/** The demo, as its visitors meet it. */
@org.jspecify.annotations.NullUnmarked
package org.goichung.demo;
