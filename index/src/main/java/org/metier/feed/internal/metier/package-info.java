/// The feed format of Metier's own: JSON Lines, written and read.
@NullMarked
package org.metier.feed.internal.metier;

import org.jspecify.annotations.NullMarked;
