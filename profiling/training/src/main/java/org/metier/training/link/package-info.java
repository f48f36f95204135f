/// Trains the models that link titles, skills and mentions to concepts.
@NullMarked
package org.metier.training.link;

import org.jspecify.annotations.NullMarked;
