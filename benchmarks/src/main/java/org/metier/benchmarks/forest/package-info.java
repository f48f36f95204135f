/// Scoring and explaining by forests beside LightGBM, XGBoost and a walk through node objects.
@NullMarked
package org.metier.benchmarks.forest;

import org.jspecify.annotations.NullMarked;
