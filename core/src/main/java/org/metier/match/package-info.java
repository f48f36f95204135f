/// Features of a profile and a vacancy, their score, and the reasons that add up to it.
@NullMarked
package org.metier.match;

import org.jspecify.annotations.NullMarked;
