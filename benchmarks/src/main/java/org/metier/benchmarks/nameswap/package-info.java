/// Whether the name and the gender that a CV tells move its profile or its matches.
@NullMarked
package org.metier.benchmarks.nameswap;

import org.jspecify.annotations.NullMarked;
