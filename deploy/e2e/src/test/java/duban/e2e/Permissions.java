package duban.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What {@code deploy/docs/topics.md} says that each service may do, as Kafka takes it. */
final class Permissions {

  private static final String HEADING = "\n| service | resource | operations |\n";

  private Permissions() {}

  static List<AclBinding> table() throws IOException {
    var page = Files.readString(Whole.root().resolve("deploy/docs/topics.md"));
    var begin = page.indexOf(HEADING);
    if (begin < 0) {
      throw new IllegalStateException(
          "deploy/docs/topics.md has no table of what each service may do any more");
    }
    return page.substring(begin + HEADING.length())
        .lines()
        .takeWhile(it -> it.startsWith("|"))
        .filter(it -> it.contains("`"))
        .flatMap(Permissions::row)
        .toList();
  }

  private static Stream<AclBinding> row(String line) {
    var cells = line.replace("`", "").split("\\|");
    var resource = cells[2].trim().split(" ");
    var type = ResourceType.fromString(resource[0].toUpperCase(Locale.ROOT));
    return Stream.of(cells[3].trim().split(", "))
        .map(it -> binding(cells[1].trim(), type, resource[1], it));
  }

  static AclBinding binding(String user, ResourceType type, String name, String operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry(
            "User:" + user,
            "*",
            AclOperation.fromString(operation.toUpperCase(Locale.ROOT)),
            AclPermissionType.ALLOW));
  }
}
