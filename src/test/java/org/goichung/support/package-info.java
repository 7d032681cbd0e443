/** What tests share: a real database, people at the door. */
@org.jspecify.annotations.NullUnmarked
package org.goichung.support;
