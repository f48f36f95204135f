/// The word cutter, the chain of normal forms per language and its Lucene face; public for our own
/// modules only, and no promise to users.
@NullMarked
package org.metier.text.internal;

import org.jspecify.annotations.NullMarked;
