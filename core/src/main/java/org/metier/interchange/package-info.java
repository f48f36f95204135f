/// Tree ensembles of other programs, in and out: LightGBM's text and XGBoost's JSON.
@NullMarked
package org.metier.interchange;

import org.jspecify.annotations.NullMarked;
