/// Reading of tables of people, for Metier's own commands and trainers.
@NullMarked
package org.metier.potential.internal;

import org.jspecify.annotations.NullMarked;
