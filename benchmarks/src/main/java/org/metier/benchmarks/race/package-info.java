/// Pieces of work that the guard measures: ours, beside a peer's or for what they allocate.
@NullMarked
package org.metier.benchmarks.race;

import org.jspecify.annotations.NullMarked;
