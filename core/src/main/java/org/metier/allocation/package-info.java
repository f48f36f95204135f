/// Spreading of vacancies over people, so that not all are sent to the same few: prices that ease the
/// crowd, caps on open offers, and what both cost. On the JDK and `org.metier.measure` alone.
@NullMarked
package org.metier.allocation;

import org.jspecify.annotations.NullMarked;
