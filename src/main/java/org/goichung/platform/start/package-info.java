/**
 * What happens before Quarkus: settings from the environment, the keys file, the embedded database or a check of the real one.
 * Whatever is wrong here is said in one sentence, without a stack trace.
 */
@NullMarked
package org.goichung.platform.start;

import org.jspecify.annotations.NullMarked;
