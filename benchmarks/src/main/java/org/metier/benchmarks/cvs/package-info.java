/// How well CVs become profiles: jobs, education and the main occupation, against the category of each CV.
@NullMarked
package org.metier.benchmarks.cvs;

import org.jspecify.annotations.NullMarked;
