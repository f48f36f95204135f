/// Languages, spans of text, evidence, and the analysis that vacancies, CVs and labels share.
@NullMarked
package org.metier.text;

import org.jspecify.annotations.NullMarked;
