/// Measures of rankings, each by its published definition.
@NullMarked
package org.metier.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
