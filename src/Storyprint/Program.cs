using System.CommandLine;
using System.Text;
using Storyprint.Commands;
using Storyprint.Commands.Drafts;
using Storyprint.Commands.Releases;
using Storyprint.Commands.Settings;
using Storyprint.Serving.Health;
using Storyprint.Verification;
using Storyprint.Verification.Commands;

// Without ICU, Unicode normalisation silently does nothing, and two machines would compute two different digests of one text.
if ("e\u0301".Normalize(NormalizationForm.FormC) != "\u00E9")
{
    await Console.Error.WriteLineAsync(
        "Unicode normalisation does not work on this machine. Install ICU (Debian: libicu72 or newer) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    return 1;
}

var root = new RootCommand("Storyprint, a newsroom publishing system: stories on the web and on paper, each printed page alive and checkable.")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    ImportCommand.Create(),
    CommentsCommand.Create(),
    ArchiveCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    EditCommand.Create(),
    PreviewCommand.Create(),
    PublishCommand.Create(),
    UpdateCommand.Create(),
    CorrectCommand.Create(),
    RetractCommand.Create(),
    WithdrawCommand.Create(),
    ScheduleCommand.Create(),
    PeopleCommand.Create(),
    SweepCommand.Create(),
    SettingsCommand.Create(),
    KeysCommand.Create(),
    LogCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    DoctorCommand.Create(),
    CheckCommand.Create(),
    ExtractTextCommand.Create(),
    FingerprintsCommand.Create(),
    HealthCommand.Create(),
    MoveCommand.Create(),
    VerifyCommand.Create(),
    VerifySealCommand.Create(),
};
var parsed = root.RefuseMistypedOptions().Parse(args);

// The server stops within the time of its own settings; every other command gets a few seconds.
var timeout = parsed.CommandResult.Command.Name is "serve" or "demo" ? ShutdownTimes.ProcessTimeout : TimeSpan.FromSeconds(5);
var code = await CommandFault.GuardAsync(
    parsed, new InvocationConfiguration { ProcessTerminationTimeout = timeout },
    parsed.CommandResult.Command.Name.StartsWith("verify", StringComparison.Ordinal) ? VerifyExitCode.NotChecked : CommandError.ExitCode);

return VerifyCommands.IsMistyped(parsed) ? VerifyExitCode.NotChecked : code;

/// <summary>The program: host and command line.</summary>
public sealed partial class Program;
