/// Fits rankers with LambdaMART on Smile's regression trees, and the simulated labour market that the
/// default ranker is trained on. Smile is GPL-3: nothing outside this module may depend on it.
@NullMarked
package org.metier.training;

import org.jspecify.annotations.NullMarked;
