/// How a module contributes a command to the command line without knowing it.
@NullMarked
package org.metier.command;

import org.jspecify.annotations.NullMarked;
