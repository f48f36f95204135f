/// What a person could learn, ask about or turn to: the gap to a wanted occupation or vacancy, the skills that
/// open most vacancies in reach, counted in the index, and the nearest occupations, with reasons.
@NullMarked
package org.metier.advice;

import org.jspecify.annotations.NullMarked;
