/// How well mentions of skills are linked to the taxonomy, beside baselines in the same run.
@NullMarked
package org.metier.benchmarks.skills;

import org.jspecify.annotations.NullMarked;
