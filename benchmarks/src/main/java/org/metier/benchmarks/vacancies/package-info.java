/// `evaluate vacancies`: whether a profile of an occupation finds its advertisements.
@NullMarked
package org.metier.benchmarks.vacancies;

import org.jspecify.annotations.NullMarked;
