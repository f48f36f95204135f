/// What all trainings have in common: how they tell of their progress, and what they say of data that cannot be learnt
/// from. The trainers stand in the packages below. Smile is GPL-3: nothing outside this module may depend on it.
@NullMarked
package org.metier.training;

import org.jspecify.annotations.NullMarked;
