/// What people made of vacancies: the logs of portals and counsellors' ratings, corrected for where in a list
/// something stood, split by person and time, and free of what only the time after could tell.
@NullMarked
package org.metier.training.judgment;

import org.jspecify.annotations.NullMarked;
