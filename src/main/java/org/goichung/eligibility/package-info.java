/**
 * Who qualifies for what. Criteria are named rules over the facts of a person; the look-up says what one person may get and what it
 * does to their bill, the audience says how many qualify where. Both answer from memory: an index filled from the workforce's facts
 * feed and kept at most a second behind it. Doors: {@link org.goichung.eligibility.EligibilityService} for people,
 * {@link org.goichung.eligibility.AudienceService} for counts, {@link org.goichung.eligibility.CriteriaService} for the rules.
 */
@NullMarked
package org.goichung.eligibility;

import org.jspecify.annotations.NullMarked;
