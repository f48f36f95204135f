/// What a person may ask for: all that is held on them, its erasure, their disagreement written down, and how long what is
/// kept.
@NullMarked
package org.metier.rights;

import org.jspecify.annotations.NullMarked;
