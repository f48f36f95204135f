/// Partner feeds: reads each format record by record, within limits, into drafts of vacancies, and says
/// of every record that it cannot use where it stands and what was expected.
@NullMarked
package org.metier.feed;

import org.jspecify.annotations.NullMarked;
