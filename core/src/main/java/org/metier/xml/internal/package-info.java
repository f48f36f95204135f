/// The one place where Metier makes XML readers; for Metier's own modules, no promise to users.
@NullMarked
package org.metier.xml.internal;

import org.jspecify.annotations.NullMarked;
