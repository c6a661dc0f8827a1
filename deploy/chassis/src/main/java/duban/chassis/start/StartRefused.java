package duban.chassis.start;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Ends the start with exit code 1; Quarkus prints the message alone, without a stack trace. */
public class StartRefused extends ConfigurationException {

  private static final long serialVersionUID = 1;

  public StartRefused(String message) {
    super(message);
  }
}
