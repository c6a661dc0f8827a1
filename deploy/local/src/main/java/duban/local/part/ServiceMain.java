package duban.local.part;

import duban.chassis.backbone.ParentWatch;
import java.util.Arrays;

/** The main class of a service's process: the service, and an end with whoever started it. */
public final class ServiceMain {
  private static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private ServiceMain() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    ParentWatch.start();
    // On this class path only when it is started as a service's process.
    Class.forName(QUARKUS)
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOf(args, args.length));
  }
}
