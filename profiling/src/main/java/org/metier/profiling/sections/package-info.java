/// Reads the running text of a CV: sections by their headings, jobs and education by their dates, and
/// what is personal, in five languages.
@NullMarked
package org.metier.profiling.sections;

import org.jspecify.annotations.NullMarked;
