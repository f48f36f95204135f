/// What spreading of vacancies over people costs and gains, on a market whose worth is known.
@NullMarked
package org.metier.benchmarks.congestion;

import org.jspecify.annotations.NullMarked;
