/// Alert matching beside lucene-monitor.
@NullMarked
package org.metier.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;
