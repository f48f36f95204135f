/// Options and output that several commands of the benchmarks share.
@NullMarked
package org.metier.benchmarks.command;

import org.jspecify.annotations.NullMarked;
