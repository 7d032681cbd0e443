/** The house's plan, held: rooms, arrows, habits, and the pages drawn from the code. */
@org.jspecify.annotations.NullUnmarked
package org.goichung.architecture;
