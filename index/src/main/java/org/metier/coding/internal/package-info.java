/// Tables that users give to coding; for Metier's own packages.
@NullMarked
package org.metier.coding.internal;

import org.jspecify.annotations.NullMarked;
