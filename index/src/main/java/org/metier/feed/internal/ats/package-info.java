/// The public boards of applicant tracking systems.
@NullMarked
package org.metier.feed.internal.ats;

import org.jspecify.annotations.NullMarked;
