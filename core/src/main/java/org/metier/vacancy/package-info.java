/// One open position and what it asks.
@NullMarked
package org.metier.vacancy;

import org.jspecify.annotations.NullMarked;
