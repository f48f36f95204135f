/// What in a CV tells who a person is, and the view of the CV without it.
@NullMarked
package org.metier.profiling.privacy;

import org.jspecify.annotations.NullMarked;
