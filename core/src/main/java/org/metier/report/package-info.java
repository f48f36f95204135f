/// Reports for people: one accessible page without script, with plots and the figures behind them, in five
/// languages. Others hand over what it says.
@NullMarked
package org.metier.report;

import org.jspecify.annotations.NullMarked;
