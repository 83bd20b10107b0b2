import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar with its class files in the format of Java 8, which has stack maps.
 *
 * <p>Why: picocli is compiled for Java 5. An AOT cache takes no such class, and a JVM verifies them
 * the slow way. Of each run of the command line that was a quarter. Run as a single source file by
 * JDK 24 or newer: FROM.jar TO.jar.
 */
final class StackMaps {
  private static final int FIRST_WITH_STACK_MAPS = 50;

  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {from.toUri().toURL()});
        ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      ClassFile format =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().endsWith(".class") ? renewed(format, content) : content);
      }
    }
  }

  private static byte[] renewed(ClassFile format, byte[] content) {
    ClassModel model = format.parse(content);
    return model.majorVersion() >= FIRST_WITH_STACK_MAPS
        ? content
        : format.transformClass(
            model,
            // Method bodies are passed through one by one: copied as a whole they would get no
            // stack maps.
            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                .andThen((to, element) -> {
                  if (element instanceof ClassFileVersion) {
                    to.withVersion(ClassFile.JAVA_8_VERSION, 0);
                  } else {
                    to.with(element);
                  }
                }));
  }
}
