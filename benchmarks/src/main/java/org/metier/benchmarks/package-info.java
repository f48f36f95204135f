/// JMH benchmarks against named peers, each with its result checked before it is timed.
@NullMarked
package org.metier.benchmarks;

import org.jspecify.annotations.NullMarked;
