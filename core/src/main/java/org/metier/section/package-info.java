/// What the parts of a CV are about, and the learnt classifier that tells it from the CV's lines. Whoever reads
/// CVs or trains the classifier speaks this.
@NullMarked
package org.metier.section;

import org.jspecify.annotations.NullMarked;
