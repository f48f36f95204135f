/// Scoring of tree ensembles and their exact Shapley values, on the JDK alone.
@NullMarked
package org.metier.rank;

import org.jspecify.annotations.NullMarked;
