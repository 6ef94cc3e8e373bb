using System.CommandLine;
using Storyprint.Commands;
using Storyprint.Commands.Drafts;
using Storyprint.Commands.Releases;
using Storyprint.Commands.Settings;
using Storyprint.Verification.Commands;

namespace Storyprint.Tests.Commands;

/// <summary>The command line as somebody types it: what each command takes, and what it says of a mistyped one.</summary>
public sealed class CommandLineTests
{
    internal static IReadOnlyList<Command> All => Commands;

    private static readonly Command[] Commands =
    [
        ArchiveCommand.Create(), BackupCommand.Create(), CommentsCommand.Create(), CorrectCommand.Create(), DemoCommand.Create(), DoctorCommand.Create(), CheckCommand.Create(), EditCommand.Create(), ExtractTextCommand.Create(), FingerprintsCommand.Create(), HealthCommand.Create(), ImportCommand.Create(),
        KeysCommand.Create(), ListCommand.Create(), LogCommand.Create(), MoveCommand.Create(), PreviewCommand.Create(), PublishCommand.Create(), RestoreCommand.Create(), RetractCommand.Create(), ScheduleCommand.Create(),
        ServeCommand.Create(), PeopleCommand.Create(), SettingsCommand.Create(), ShowCommand.Create(), SweepCommand.Create(), UpdateCommand.Create(), VerifyCommand.Create(), VerifySealCommand.Create(), WithdrawCommand.Create(),
    ];

    public static TheoryData<string> Names => [.. Commands.Select(command => command.Name)];

    [Fact]
    public void Every_command_of_the_source_is_here() => Assert.Equal(
        Directory.EnumerateFiles(Repository.Path("src/Storyprint/Commands"), "*Command.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Path("src/Storyprint.Verification/Commands"), "*Command.cs")).Count(),
        Commands.Length);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_and_each_of_its_options_says_what_it_is_for(string name)
    {
        foreach (var command in Family(Named(name)))
        {
            Assert.True(command.Description is { Length: > 10 }, command.Name);
            Assert.All(command.Options, option => Assert.True(option.Description is { Length: > 5 }, $"{command.Name} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.True(argument.Description is { Length: > 5 }, $"{command.Name} {argument.Name}"));
            Assert.All(command.Options, option => Assert.Matches("^--[a-z][a-z-]+$", option.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistyped_option_is_an_error_and_never_ignored(string name)
    {
        var root = new RootCommand { Named(name) }.RefuseMistypedOptions();
        var parsed = root.Parse($"{name} --no-such-option");
        Assert.NotEmpty(parsed.Errors);
        Assert.Equal(name.StartsWith("verify", StringComparison.Ordinal), VerifyCommands.IsMistyped(parsed));
    }

    [Theory]
    [InlineData("1125540", true)]
    [InlineData("۱۱۲۵۵۴۰", true)]
    [InlineData("harbour", false)]
    public void ReleaseOptions_take_a_story_code_in_the_digits_of_any_script(string code, bool isCode) =>
        Assert.Equal(isCode, new RootCommand { ReleaseOptions.Code() }.Parse([code]).Errors.Count == 0);

    [Theory]
    [InlineData("--port 8080", true)]
    [InlineData("--port 0", true)]
    [InlineData("--port 70000", false)]
    [InlineData("--port many", false)]
    public void SharedOptions_take_a_port_that_can_be_one(string line, bool isPort) =>
        Assert.Equal(isPort, new RootCommand { SharedOptions.Port() }.Parse(line).Errors.Count == 0);

    private static Command Named(string name) => Commands.Single(command => command.Name == name);

    private static IEnumerable<Command> Family(Command command) => command.Subcommands.SelectMany(Family).Prepend(command);
}
