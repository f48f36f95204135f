/// How well Metier ranks CVs that people graded for a job, beside BM25 over the same texts.
@NullMarked
package org.metier.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
