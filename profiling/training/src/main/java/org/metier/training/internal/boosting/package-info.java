/// Boosted trees: LambdaMART and gradient boosting, on histograms or with Smile's trees, the lists that they learn
/// from, and the file of a training that was interrupted.
@NullMarked
package org.metier.training.internal.boosting;

import org.jspecify.annotations.NullMarked;
