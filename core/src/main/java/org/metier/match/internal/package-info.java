/// What ranking needs of a vacancy as one row of bytes, so that an index can keep it without knowing what it
/// is for.
@NullMarked
package org.metier.match.internal;

import org.jspecify.annotations.NullMarked;
