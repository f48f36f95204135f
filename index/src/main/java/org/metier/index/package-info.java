/// The embedded index: vacancies coded to the taxonomy, retrieval, and matching. Lucene stays inside.
@NullMarked
package org.metier.index;

import org.jspecify.annotations.NullMarked;
