/// The commands of this module: `metier train` (all but `coder`), `metier evaluate ranker` and `metier simulate`.
@NullMarked
package org.metier.training.command;

import org.jspecify.annotations.NullMarked;
