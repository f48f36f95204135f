/// Finds taxonomy concepts in text: the tagger for labels, the linkers of job titles and of mentions of skills.
@NullMarked
package org.metier.link;

import org.jspecify.annotations.NullMarked;
