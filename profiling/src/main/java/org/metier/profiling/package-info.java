/// CVs to competence profiles: [org.metier.profiling.Profiler] is the entry point.
@NullMarked
package org.metier.profiling;

import org.jspecify.annotations.NullMarked;
