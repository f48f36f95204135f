/// A made-up labour market of any size, the same for every benchmark that needs one.
@NullMarked
package org.metier.benchmarks.market;

import org.jspecify.annotations.NullMarked;
