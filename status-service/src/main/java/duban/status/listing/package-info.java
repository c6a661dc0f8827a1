/** What all lists are filtered by: whose deadlines, of which measures, in which days. */
@NullMarked
package duban.status.listing;

import org.jspecify.annotations.NullMarked;
