/// What a text says about skills: the stretches that state one, whether the person has it, and which concept of
/// the taxonomy it is.
@NullMarked
package org.metier.skill;

import org.jspecify.annotations.NullMarked;
