/// Trains rankers from judgments or from a portal's log, and measures them on people whom they have not seen.
@NullMarked
package org.metier.training.ranker;

import org.jspecify.annotations.NullMarked;
