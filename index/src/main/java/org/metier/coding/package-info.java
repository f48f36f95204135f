/// Understands vacancies: codes occupations and skills to a taxonomy and finds in the text what the source
/// has no field for.
@NullMarked
package org.metier.coding;

import org.jspecify.annotations.NullMarked;
