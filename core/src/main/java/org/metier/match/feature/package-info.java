/// What the ranker looks at: the features of a profile and a vacancy, the comparison that they are read off, and
/// the reason for each group of them.
@NullMarked
package org.metier.match.feature;

import org.jspecify.annotations.NullMarked;
