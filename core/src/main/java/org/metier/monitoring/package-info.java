/// Whether a model still does what it did: drift of inputs and scores, calibration on outcomes as they arrive,
/// a sequential decay alarm, how often people overrule it, and a challenger beside it. States are counts,
/// without personal data.
@NullMarked
package org.metier.monitoring;

import org.jspecify.annotations.NullMarked;
