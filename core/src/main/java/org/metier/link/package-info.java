/// Finds taxonomy concepts in text: the tagger for skills, the linker for job titles.
@NullMarked
package org.metier.link;

import org.jspecify.annotations.NullMarked;
