/** Made-up enterprises and people, and secrets derived from the demo's seed: plain and repeatable. */
@NullMarked
package org.goichung.demo.model;

import org.jspecify.annotations.NullMarked;
