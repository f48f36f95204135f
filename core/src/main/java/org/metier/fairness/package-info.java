/// Whether a score or a ranking treats groups of people alike: rates, errors, calibration and exposure per
/// group and intersection, with intervals, and with small cells hidden. Groups come from a file of their own,
/// which no scorer reads.
@NullMarked
package org.metier.fairness;

import org.jspecify.annotations.NullMarked;
