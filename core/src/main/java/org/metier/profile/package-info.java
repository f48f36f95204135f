/// What a person can do and wants, with evidence for each claim.
@NullMarked
package org.metier.profile;

import org.jspecify.annotations.NullMarked;
