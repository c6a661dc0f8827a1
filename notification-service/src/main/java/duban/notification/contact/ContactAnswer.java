package duban.notification.contact;

import duban.notification.policy.Effect;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact, and what it changes in what is planned. */
@Schema(examples = Examples.ANSWER)
record ContactAnswer(ContactView contact, Effect effect) {}
