package ecraccess.cli;

import ecraccess.source.Reading;
import ecraccess.source.SourceFile;
import ecraccess.source.SyntaxError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The template that a command works on. */
final class TemplateArgument {
  /** What standard input is called in messages. */
  static final String STDIN = "<stdin>";

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "TEMPLATE",
      description = "A template in YAML or JSON; - for standard input.")
  private String file = STANDARD_INPUT;

  boolean isStandardInput() {
    return isStandardInput(file);
  }

  static boolean isStandardInput(String file) {
    return file.equals(STANDARD_INPUT);
  }

  Path path() {
    return Path.of(file);
  }

  SourceFile read(Console console) throws Stop {
    return read(file, console);
  }

  /** The template in a file, or on standard input. */
  static SourceFile read(String file, Console console) throws Stop {
    String name = isStandardInput(file) ? STDIN : file;
    return switch (SourceFile.parse(name, text(file, console))) {
      case Reading.Done(SourceFile source) -> source;
      case Reading.Failed(SyntaxError error) -> throw Stop.problem(name, error);
    };
  }

  private static String text(String file, Console console) throws Stop {
    try {
      byte[] bytes =
          file.equals(STANDARD_INPUT)
              ? console.in().readAllBytes()
              : Files.readAllBytes(Path.of(file));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw Stop.wrongUse("cannot read " + file + ": " + reason(Path.of(file), e));
    }
  }

  /** Why a file could be neither read nor written. */
  static String reason(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException none -> "no such file";
      case AccessDeniedException denied -> "permission denied";
      case CharacterCodingException encoding -> "it is not UTF-8 text";
      default -> Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
    };
  }
}
