package duban.notification.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy, and what it changes in what is planned. */
@Schema(examples = Examples.ANSWER)
record PolicyAnswer(PolicyView policy, Effect effect) {}
