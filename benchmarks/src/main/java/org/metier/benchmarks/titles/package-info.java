/// How well job titles are linked to the taxonomy, beside baselines in the same run.
@NullMarked
package org.metier.benchmarks.titles;

import org.jspecify.annotations.NullMarked;
