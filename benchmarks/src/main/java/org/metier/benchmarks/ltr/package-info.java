/// How well and how fast Metier learns to rank, beside LightGBM and XGBoost on the same lists.
@NullMarked
package org.metier.benchmarks.ltr;

import org.jspecify.annotations.NullMarked;
