/**
 * The pages people open in a browser, made on the server and readable without scripts: the worker's (a number, a one-time code sent to
 * it, and the answer in words), the vote by link, and an agreement's document. A number is proven here and nowhere else; what the proof
 * gives is a session as that worker.
 */
@NullMarked
package org.goichung.dashboard;

import org.jspecify.annotations.NullMarked;
