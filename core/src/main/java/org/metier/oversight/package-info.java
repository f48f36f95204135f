/// What people say of scores: a counsellor's own rating before the score is shown, an override that outlives every new
/// score, a person's disagreement, and what became of them.
@NullMarked
package org.metier.oversight;

import org.jspecify.annotations.NullMarked;
