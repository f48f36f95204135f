/// What a person cannot do without, whether a pair meets it, and which work is reserved to a regulated
/// profession.
@NullMarked
package org.metier.match.condition;

import org.jspecify.annotations.NullMarked;
