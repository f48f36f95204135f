/// How well advertisements of one vacancy are found, beside baselines in the same run.
///
/// The rule by which pairs were labelled: two advertisements are the same vacancy if an applicant who
/// answered one would gain nothing by answering the other, that is, if
///
/// 1. the employer is the same, or could be: names that are spellings or parts of one, an agency beside the
///    employer, or none stated. Two agencies, or two employers, are two vacancies;
/// 2. the job is the same: the same tasks at the same rank, whatever the wording of the title. Variants that
///    the advertisements themselves tell apart (a language, a product, a seniority, day and night shift)
///    are two vacancies;
/// 3. the place is the same as far as both state it: the same town, and the same branch if both name one.
///    A town and its region are the same place; two towns or two regions are not, even if the text is the
///    same word for word. Lists of towns are the same if they share one;
/// 4. contract, hours and pay do not exclude each other;
/// 5. time does not matter: an advertisement that is repeated later is the same vacancy again.
///
/// In doubt the texts decide: specific facts that only one text has and the other contradicts (another
/// reference number of the employer for another branch, other duties) make them two; shortening,
/// reordering, a board's headings and misspellings do not.
@NullMarked
package org.metier.benchmarks.duplicates;

import org.jspecify.annotations.NullMarked;
