/// The sequence model that finds skills in sentences, public for the trainer and the evaluation; no promise to
/// anybody else.
@NullMarked
package org.metier.skill.internal;

import org.jspecify.annotations.NullMarked;
