/// Occupations, skills, ISCO-08 and skill groups with their labels and relations.
@NullMarked
package org.metier.taxonomy;

import org.jspecify.annotations.NullMarked;
