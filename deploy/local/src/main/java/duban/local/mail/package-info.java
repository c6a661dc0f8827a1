/** A mailbox for every address there is: takes mail by SMTP, keeps it, shows it. */
@NullMarked
package duban.local.mail;

import org.jspecify.annotations.NullMarked;
