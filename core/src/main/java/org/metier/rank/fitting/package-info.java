/// How a [org.metier.rank.Forest] is fitted to graded lists, where the module that trains is on the class path.
@NullMarked
package org.metier.rank.fitting;

import org.jspecify.annotations.NullMarked;
