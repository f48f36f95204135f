/// The ranker's model, its file and the card beside it; also the default model that ships with Metier.
@NullMarked
package org.metier.match.model;

import org.jspecify.annotations.NullMarked;
