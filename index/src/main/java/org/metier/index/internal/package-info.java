/// Lucene documents, fields and stores. For Metier's own packages; no promise to users.
@NullMarked
package org.metier.index.internal;

import org.jspecify.annotations.NullMarked;
