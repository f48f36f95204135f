/// What structured CVs state against what of it reaches the profile: `metier evaluate europass`.
@NullMarked
package org.metier.benchmarks.europass;

import org.jspecify.annotations.NullMarked;
