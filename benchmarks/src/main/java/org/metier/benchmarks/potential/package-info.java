/// Job potential: how many people are scored and explained a second.
@NullMarked
package org.metier.benchmarks.potential;

import org.jspecify.annotations.NullMarked;
