/// What a match says of itself: reasons that add up to its score, the sides of the score, how much is known, and
/// what to ask. Values alone; knows no other package of matching.
@NullMarked
package org.metier.match.reason;

import org.jspecify.annotations.NullMarked;
