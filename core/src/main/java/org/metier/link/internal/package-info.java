/// Titles whose right concepts are known, for measuring and training the occupation linker.
@NullMarked
package org.metier.link.internal;

import org.jspecify.annotations.NullMarked;
