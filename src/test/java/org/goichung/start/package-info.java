/** The packaged service as a process of its own: started, killed, started again, refused. */
@org.jspecify.annotations.NullUnmarked
package org.goichung.start;
