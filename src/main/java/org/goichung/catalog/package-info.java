/**
 * Carriers, and the packages they sell. A package is a name; what it costs and gives stands in its versions, which never change: who
 * agreed to a version keeps it. An allowance is structured, since real packages are not "GB per month". Every version says as of when
 * it was true and by which source; one that nobody verified is shown, but never offered as an SMS to send. Criteria are asked for through
 * {@link org.goichung.catalog.CriterionNames}.
 */
@NullMarked
package org.goichung.catalog;

import org.jspecify.annotations.NullMarked;
