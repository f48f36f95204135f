/// Places, coordinates and great-circle distance.
@NullMarked
package org.metier.place;

import org.jspecify.annotations.NullMarked;
