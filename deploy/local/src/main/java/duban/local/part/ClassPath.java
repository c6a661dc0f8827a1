package duban.local.part;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where classes of this process lie, for the processes that it starts. */
final class ClassPath {
  private ClassPath() {}

  /** Everything. Inside Maven {@code java.class.path} is Maven's own: the loader knows better. */
  static List<Path> whole() {
    List<Path> paths = new ArrayList<>();
    if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        paths.add(path(url));
      }
    } else {
      Pattern.compile(Pattern.quote(File.pathSeparator))
          .splitAsStream(System.getProperty("java.class.path"))
          .map(entry -> Path.of(entry).toAbsolutePath())
          .forEach(paths::add);
    }
    return paths;
  }

  static Path of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " comes from nowhere");
    }
    return path(source.getLocation());
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url.toString(), e);
    }
  }
}
