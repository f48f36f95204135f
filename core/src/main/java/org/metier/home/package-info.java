/// The folder that holds taxonomy, index and models.
@NullMarked
package org.metier.home;

import org.jspecify.annotations.NullMarked;
