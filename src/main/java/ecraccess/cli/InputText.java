package ecraccess.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text that a command reads.
 *
 * @param file as it was given; {@code -} for standard input
 */
record InputText(String file) {
  /** What standard input is called in messages. */
  static final String STDIN = "<stdin>";

  static final String STANDARD_INPUT = "-";

  /** As messages call it. */
  String name() {
    return isStandardInput() ? STDIN : file;
  }

  boolean isStandardInput() {
    return file.equals(STANDARD_INPUT);
  }

  String read(Console console) throws CommandFailure {
    try {
      byte[] bytes =
          isStandardInput() ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw CommandFailure.wrongUse("cannot read " + file + ": " + reason(Path.of(file), e));
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
