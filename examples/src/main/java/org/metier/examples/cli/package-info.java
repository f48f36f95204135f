/// The command line: a thin layer over the Java API. Modules add commands through
/// [org.metier.command.CommandContribution].
@NullMarked
package org.metier.examples.cli;

import org.jspecify.annotations.NullMarked;
