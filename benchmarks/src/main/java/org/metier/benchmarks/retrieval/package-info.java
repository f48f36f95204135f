/// Retrieval of candidates beside a bare Lucene disjunction.
@NullMarked
package org.metier.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
