package duban.local;

import duban.chassis.backbone.Databases;
import duban.local.mail.MailCatcher;
import duban.local.origin.Origin;
import duban.local.origin.RunningState;
import duban.local.origin.Upstream;
import duban.local.page.Blocking;
import duban.local.part.KafkaPart;
import duban.local.part.Part;
import duban.local.part.PostgresPart;
import duban.local.part.Remnants;
import duban.local.part.StalePostmaster;
import duban.local.part.Supervised;
import duban.local.preflight.DataFolder;
import duban.local.preflight.Disk;
import duban.local.preflight.KeptOffset;
import duban.local.preflight.Port;
import duban.local.preflight.PortCheck;
import duban.local.preflight.Refusal;
import duban.local.preflight.Secrets;
import duban.local.signin.Provider;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** One start, from the first check to the last page. */
final class Start {
  /** Also a machine that is busy with tests needs less for a whole catalogue. */
  private static final Duration FIRST_READING = Duration.ofSeconds(60);

  private final Settings settings;
  private final Consumer<String> say;
  private final Running running;
  private volatile boolean ending;

  Start(Settings settings) {
    this.settings = settings;
    this.say = settings.say();
    this.running = new Running(say);
  }

  Duban run() {
    // The one reading of the real clock from which business time is counted.
    Clock realTime = Clock.systemUTC();
    var real = realTime.instant();
    Disk.check(settings.data(), settings.neededBytes());
    Map<Port, Integer> ports = Port.chosen(settings.ports());
    DataFolder folder = DataFolder.open(settings.data());
    // Ctrl-C may come while everything is still starting.
    Thread hook = new Thread(() -> stopForGood(folder), "stop duban");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Remnants remnants = new Remnants(folder.sub("run"));
      remnants.end(say);
      new StalePostmaster(folder.file("postgres")).stop(say);
      PortCheck.check(ports);
      Apps apps = new Apps(settings.root(), folder);
      apps.check();
      if (settings.isFresh()) {
        folder.clear();
        remnants = new Remnants(folder.sub("run"));
      }
      apps.copy();
      KeptOffset kept = new KeptOffset(folder.file("clock"));
      Duration offset = kept.choose(settings.now(), real);
      Clock businessTime = Clock.offset(realTime, offset);

      PostgresPart postgres = postgres(folder, ports);
      supervise(postgres, remnants).start();
      new NewestMoment(postgres).check(businessTime.instant());
      kept.keep(offset);
      Secrets secrets = new Secrets(folder.file("secrets"));
      makeDatabases(postgres, secrets);
      supervise(kafka(folder, ports), remnants).start();
      Vertx vertx = network();
      startMail(vertx, folder, businessTime, ports);
      startProvider(ports);
      Remnants noted = remnants;
      Services services =
          new Services(
              settings,
              folder,
              apps,
              ports,
              secrets,
              offset,
              part -> running.service(new Supervised(part, noted, say)));
      services.startAll();
      new FirstReading(service -> postgres.superuser(service.database()), say).await(FIRST_READING);
      startOrigin(vertx, businessTime, ports);
      return new Duban(folder, ports, businessTime, running, services, hook);
    } catch (RuntimeException e) {
      running.stop();
      folder.close();
      forget(hook);
      throw ending ? new CancellationException("stopped while it was starting") : e;
    }
  }

  private void stopForGood(DataFolder folder) {
    ending = true;
    say.accept("stopping …");
    running.stop();
    folder.close();
    say.accept("stopped; the data stays in " + folder.path());
  }

  /** Removes the hook of a Duban that is already stopped. */
  static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // It runs at this moment, and stopping twice does nothing.
    }
  }

  private Supervised supervise(Part part, Remnants remnants) {
    return running.backbone(new Supervised(part, remnants, say));
  }

  private static PostgresPart postgres(DataFolder folder, Map<Port, Integer> ports) {
    return new PostgresPart(
        folder.sub("postgres"), number(ports, Port.POSTGRES), log(folder, "postgres"));
  }

  private KafkaPart kafka(DataFolder folder, Map<Port, Integer> ports) {
    // Nobody but the broker itself speaks to its controller: any port will do.
    return new KafkaPart(
        folder.sub("kafka"),
        number(ports, Port.KAFKA),
        settings.seen(Port.KAFKA, ports),
        Port.anyFree(),
        log(folder, "kafka"));
  }

  private static void makeDatabases(PostgresPart postgres, Secrets secrets) {
    for (Service service : Service.values()) {
      try {
        Databases.make(
            postgres.superuser("postgres"),
            service.key(),
            secrets.of(service.ownerRole()),
            secrets.of(service.role()));
      } catch (SQLException e) {
        throw new Refusal(
            "The database of %s-service could not be made: %s"
                .formatted(service.key(), e.getMessage()),
            e);
      }
    }
  }

  private Vertx network() {
    // Nothing is served from the disk, so no cache is made there either.
    var files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
    running.page(() -> Blocking.get(vertx.close()));
    return vertx;
  }

  private void startMail(
      Vertx vertx, DataFolder folder, Clock businessTime, Map<Port, Integer> ports) {
    int smtp = number(ports, Port.SMTP);
    int page = number(ports, Port.MAIL);
    running.page(MailCatcher.start(vertx, folder.sub("mail"), businessTime, smtp, page));
    say.accept(
        "%-22s ready                127.0.0.1:%d and %d".formatted("mail catcher", smtp, page));
  }

  /** Its tokens live in real time, whatever the time of the record is. */
  private void startProvider(Map<Port, Integer> ports) {
    int port = number(ports, Port.OIDC);
    running.page(Provider.start(port));
    say.accept("%-22s ready                127.0.0.1:%d".formatted("OpenID provider", port));
  }

  private void startOrigin(Vertx vertx, Clock businessTime, Map<Port, Integer> ports) {
    List<Upstream> upstreams = new ArrayList<>();
    for (Service service : Service.values()) {
      upstreams.add(Upstream.service(service.key(), number(ports, service.port())));
    }
    upstreams.add(Upstream.mailPage(number(ports, Port.MAIL)));
    int port = number(ports, Port.ORIGIN);
    running.page(
        Origin.start(
            vertx,
            port,
            upstreams,
            new RunningState(
                businessTime,
                URI.create(Provider.issuer(number(ports, Port.OIDC))),
                running::states)));
  }

  private static int number(Map<Port, Integer> ports, Port port) {
    return ports.getOrDefault(port, port.usual());
  }

  private static Path log(DataFolder folder, String part) {
    return folder.sub("log").resolve(part + ".log");
  }
}
