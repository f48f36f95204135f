/// Crosswalks: what codes of national occupation classifications mean in ISCO-08 and ESCO.
@NullMarked
package org.metier.coding.crosswalk;

import org.jspecify.annotations.NullMarked;
