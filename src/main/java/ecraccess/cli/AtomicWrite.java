package ecraccess.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Changes a file all at once: whoever reads it finds the old text or the new one. */
final class AtomicWrite {
  private AtomicWrite() {}

  /** Through links, and with the file's permissions. */
  static void write(Path file, String text) throws CommandFailure {
    Path beside = null;
    try {
      Path real = file.toRealPath();
      if (!Files.isWritable(real)) {
        throw new AccessDeniedException(real.toString());
      }
      Path folder = real.getParent();
      beside = Files.createTempFile(folder, "." + real.getFileName(), ".tmp");
      Files.writeString(beside, text);
      copyPermissions(real, beside);
      Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (beside != null) {
        deleteQuietly(beside);
      }
      throw CommandFailure.wrongUse(
          "cannot write %s: %s".formatted(file, InputText.reason(file, e)));
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The first failure is the one to tell.
      return;
    }
  }
}
