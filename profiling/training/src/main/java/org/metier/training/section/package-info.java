/// Trains the model that tells the sections of a CV apart, on CVs made of patterns and on labelled ones.
@NullMarked
package org.metier.training.section;

import org.jspecify.annotations.NullMarked;
