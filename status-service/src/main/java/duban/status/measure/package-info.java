/** The measures, as copies: by what lists are filtered and searched. */
@NullMarked
package duban.status.measure;

import org.jspecify.annotations.NullMarked;
