/// Curves for the documentation.
@NullMarked
package org.metier.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
