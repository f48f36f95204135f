/// Ranks: scores pairs of profile and vacancy, hides and orders them, and says why. The packages below hold what that
/// is made of, and know nothing of this one, but for the wording, which words its matches.
@NullMarked
package org.metier.match;

import org.jspecify.annotations.NullMarked;
