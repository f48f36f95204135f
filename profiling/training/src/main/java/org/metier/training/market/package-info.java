/// A simulated labour market and portal, and the default ranker that is trained on it.
@NullMarked
package org.metier.training.market;

import org.jspecify.annotations.NullMarked;
