/// The files that job boards and aggregators exchange: Indeed, Trovit, Jooble, Careerjet, and HR-XML 2.
@NullMarked
package org.metier.feed.internal.board;

import org.jspecify.annotations.NullMarked;
