/// How files of a home are written. Internal: no promise to users.
@NullMarked
package org.metier.home.internal;

import org.jspecify.annotations.NullMarked;
