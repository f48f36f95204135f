/// The README's twelve lines, as a program.
@NullMarked
package org.metier.examples.tour;

import org.jspecify.annotations.NullMarked;
