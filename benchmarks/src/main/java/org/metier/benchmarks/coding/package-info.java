/// How well advertisements are coded to ISCO-08, beside baselines in the same run.
@NullMarked
package org.metier.benchmarks.coding;

import org.jspecify.annotations.NullMarked;
