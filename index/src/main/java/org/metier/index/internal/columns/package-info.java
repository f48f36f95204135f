/// What ranking needs of vacancies, in memory beside the segments of the index.
@NullMarked
package org.metier.index.internal.columns;

import org.jspecify.annotations.NullMarked;
