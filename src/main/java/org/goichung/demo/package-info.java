/**
 * The demo: a made-up corner of the Mekong Delta, loaded once into an empty database through the public API, so that a newcomer can
 * watch the whole path. Also its log-ins, the clock that only it may move, and carriers' machines that answer as partners would.
 * Nothing here runs outside demo mode. {@code DemoService} is its door; people, numbers and names come from a seeded generator.
 */
@NullMarked
package org.goichung.demo;

import org.jspecify.annotations.NullMarked;
