/// The text of PDF, DOCX, ODT, RTF and HTML files, taken in a child process with limits, so that a hostile
/// file can at worst end that process. The only package that sees PDFBox.
@NullMarked
package org.metier.profiling.extraction;

import org.jspecify.annotations.NullMarked;
