/// The one place where profiling makes XML readers.
@NullMarked
package org.metier.profiling.xml;

import org.jspecify.annotations.NullMarked;
