/// Fits rankers with LambdaMART, the models that read titles, skills and sections, and the simulated labour
/// market that the default ranker is trained on. Smile is GPL-3: nothing outside this module may depend on it.
@NullMarked
package org.metier.training;

import org.jspecify.annotations.NullMarked;
