/// Whether a new ranker may take the place of the one in service: both measured on the same held-out people,
/// bounds that must hold, and who would be ranked differently and why.
@NullMarked
package org.metier.training.promotion;

import org.jspecify.annotations.NullMarked;
