/** What is checked before anything starts, and what a start finds and keeps in its data folder. */
@NullMarked
package duban.local.preflight;

import org.jspecify.annotations.NullMarked;
