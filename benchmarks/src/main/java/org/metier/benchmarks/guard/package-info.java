/// Guards speed and memory: measures both beside a peer and compares with what was committed.
@NullMarked
package org.metier.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
