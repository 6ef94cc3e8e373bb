using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Storyprint.Commands;
using Storyprint.Operations;
using Storyprint.Stories.Editions;
using Storyprint.Verification.Commands;

namespace Storyprint.Tests.Commands;

/// <summary>No command ends in a stack trace: what a database, a bucket, a disk or a network throws is told in a sentence with what to do.</summary>
public sealed class CommandFaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-faults-").FullName;

    private static readonly Exception[] Thrown =
    [
        new NpgsqlException("Exception while reading from stream", new IOException("closed")),
        new PostgresException("too many", "FATAL", "FATAL", "53300"),
        new PostgresException("deadlock detected", "ERROR", "ERROR", "40P01"),
        new PostgresException("column does not exist", "ERROR", "ERROR", "42703"),
        new SqliteException("database disk image is malformed", 11), new SqliteException("attempt to write a readonly database", 8), new SqliteException("constraint", 19),
        new IOException("The bucket pictures broke off: reset"), new IOException("No space left on device", 28), new IOException("reset", new SocketException(104)),
        new UnauthorizedAccessException("Access to the path is denied."), new FileNotFoundException("Could not find file 'x'."), new DirectoryNotFoundException("Could not find a part of the path."),
        new HttpRequestException("Name or service not known"), new SocketException(111), new TimeoutException("The operation has timed out."),
        new InvalidDataException("An object in the bucket pictures is damaged: hash"), new JsonException("'x' is invalid"),
        new AggregateException(new IOException("inner")), new OperationCanceledException(),
    ];

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, Thrown.Length)];

    // What the settings say stands in a file as well.
    private static readonly string[] NeedNoDatabase = ["settings list", "settings export --to /nowhere/publication.json"];

    public static TheoryData<string> Lines => [.. CommandActsTests.Typed("/nowhere").Except(NeedNoDatabase)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_a_command_meets_is_told_in_one_sentence_and_not_as_a_fault_of_the_program(int fault)
    {
        var sentence = CommandFault.Sentence(Thrown[fault]);
        Assert.NotNull(sentence);
        Assert.DoesNotContain("   at ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
        WriteSettings("sqlite:x.db");
        Assert.Equal(CommandError.ExitCode, await OpenPublication.RunAsync(folder, _ => throw Thrown[fault]));
    }

    [Fact]
    public void A_fault_of_the_program_is_none_of_them() => Assert.Null(CommandFault.Sentence(new InvalidOperationException("A rule gave no decision.")));

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Every_command_says_so_where_its_database_is_away(string line)
    {
        OpenPublication.Patience = TimeSpan.Zero;
        WriteSettings("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2");
        string[] words = line.Split(' ');
        var parsed = new RootCommand { CommandLineTests.All.Single(command => command.Name == words[0]) }.Parse(words.Contains("--data") ? words : [.. words, "--data", folder]);
        try
        {
            Assert.NotEqual(0, await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));
        }
        catch (Exception fault)
        {
            Assert.True(CommandFault.Sentence(fault) is not null, $"{line}: {fault}");
        }
    }

    public void Dispose()
    {
        OpenPublication.Patience = TimeSpan.FromSeconds(10);
        Directory.Delete(folder, recursive: true);
    }

    private void WriteSettings(string database) => File.WriteAllText(
        Installation.SettingsPath(folder), JsonSerializer.Serialize(TestPublication.Settings with { Database = database }, PublicationJson.Default.Publication));
}
