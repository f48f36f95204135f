/// Alerts and what was delivered, as a Lucene index.
@NullMarked
package org.metier.alert.internal;

import org.jspecify.annotations.NullMarked;
