/// Fits models of job potential to past spells, censored ones included, and measures them on people they did not see.
@NullMarked
package org.metier.training.potential;

import org.jspecify.annotations.NullMarked;
