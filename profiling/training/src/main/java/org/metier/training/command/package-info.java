/// The commands `metier train ranker` and `metier train default`.
@NullMarked
package org.metier.training.command;

import org.jspecify.annotations.NullMarked;
