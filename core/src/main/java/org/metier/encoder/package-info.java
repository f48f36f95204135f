/// Short texts as vectors, so that labels of one concept lie close together in whatever language.
@NullMarked
package org.metier.encoder;

import org.jspecify.annotations.NullMarked;
