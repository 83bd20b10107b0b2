package ecraccess.cli;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.TemplateCheck;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.function.BiFunction;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program {@code ecr-access}. */
@Command(
    name = "ecr-access",
    description = "Private pulls from Amazon ECR: works with templates that use PrivateEcrAccess.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {"", "@|bold ecr-access COMMAND --help|@ explains a command and shows examples."})
public final class Main {
  private static final int OUR_BUG = 70;

  private final Console console;
  private final BiFunction<Json.Obj, DeploymentContext, CheckOutcome> judge;

  private final Cloud.Way way;

  Main(Console console) {
    this(console, TemplateCheck::of, AwsCloud::open);
  }

  /**
   * A program whose verdicts and facts are what it is given.
   *
   * @param judge what judges a template without its {@code Transform} section
   * @param way to a live account
   */
  Main(
      Console console, BiFunction<Json.Obj, DeploymentContext, CheckOutcome> judge, Cloud.Way way) {
    this.console = console;
    this.judge = judge;
    this.way = way;
  }

  public static void main(String[] args) {
    System.exit(new Main(Console.ofProcess()).run(args));
  }

  /**
   * Runs a command.
   *
   * @return 0 done, 1 the template has problems or something keeps images from being pulled, 2 used
   *     wrongly, 3 nobody can tell, 70 a bug of ours
   */
  int run(String... args) {
    CommandLine program = new CommandLine(this);
    program.addSubcommand(new ExpandCommand(console));
    program.addSubcommand(new AdoptCommand(console));
    program.addSubcommand(new DiffCommand(console));
    program.addSubcommand(new CheckCommand(console, judge));
    program.addSubcommand(new DoctorCommand(console, way));
    program.addSubcommand(new AutoComplete.GenerateCompletion());
    program.setCaseInsensitiveEnumValuesAllowed(true);
    program.setOut(console.outWriter());
    program.setErr(console.err());
    program.setParameterExceptionHandler((wrong, given) -> usage(wrong));
    program.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    try {
      return program.execute(args);
    } catch (Error e) {
      return failed(e); // A stack overflow, for example; exceptions come by the handler above.
    }
  }

  private int usage(ParameterException wrong) {
    console.err().println("ecr-access: " + wrong.getMessage());
    console
        .err()
        .println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return CommandFailure.WRONG_USE;
  }

  private int failed(Throwable failure) {
    if (failure instanceof CommandFailure stop) {
      stop.lines().forEach(console.err()::println);
      return stop.exitCode();
    }
    StackTraceElement[] trace = failure.getStackTrace();
    console
        .err()
        .printf(
            "ecr-access: internal error (%s%s): this is a bug of ecr-access, not of your"
                + " template%n",
            failure.getClass().getSimpleName(), trace.length == 0 ? "" : " at " + trace[0]);
    return OUR_BUG;
  }
}
