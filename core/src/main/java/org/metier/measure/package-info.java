/// Measures of rankings and forecasts, each by its published definition, and how far chance may have moved
/// them. Depends on the JDK alone.
@NullMarked
package org.metier.measure;

import org.jspecify.annotations.NullMarked;
