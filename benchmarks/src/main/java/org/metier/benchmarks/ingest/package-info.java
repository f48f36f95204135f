/// How fast feeds are taken in, beside plain Lucene.
@NullMarked
package org.metier.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
