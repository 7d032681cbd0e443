/** Random walks of unions, carriers and the clock through whole negotiations, beside a model that says what each move comes to. */
package org.goichung.negotiation.walk;
