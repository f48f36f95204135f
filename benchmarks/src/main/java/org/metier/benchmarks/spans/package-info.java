/// How well the stretches of text that state a skill or knowledge are found.
@NullMarked
package org.metier.benchmarks.spans;

import org.jspecify.annotations.NullMarked;
