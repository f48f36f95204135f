/// The learnt part of telling the sections of a CV: what the classifier sees of a line, and its model. Public for
/// training alone; no promise to users.
@NullMarked
package org.metier.profiling.sections.internal;

import org.jspecify.annotations.NullMarked;
