using System.Globalization;
using Storyprint.EndToEnd.Machine;
using Storyprint.Operations;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.EndToEnd;

/// <summary>
/// Eight programs publish at once, again and again: none is refused, and the log is whole. The rounds are few here; <c>STORYPRINT_ROUNDS=50</c> makes 400 releases
/// of it on each engine.
/// </summary>
public sealed class EightAtOnceTests : IDisposable
{
    private const int AtOnce = 8;
    private const int UsualRounds = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-eight-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("STORYPRINT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : UsualRounds;

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public Task None_is_refused_over_one_file() => PublishAsync([]);

    [Fact]
    public async Task None_is_refused_over_one_server() =>
        await PublishAsync(new() { ["STORYPRINT_DATABASE"] = await PostgresCluster.MakeDatabaseAsync(Cancellation) });

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task PublishAsync(Dictionary<string, string> environment)
    {
        Directory.CreateDirectory(Data);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "demo/publication.json"), Installation.SettingsPath(Data));

        // The first release makes tables and keys.
        Assert.Equal([], await RoundAsync(environment, "first", 1));
        List<string> refused = [];
        for (var round = 1; round <= Rounds; round++)
        {
            refused.AddRange(await RoundAsync(environment, $"round {round}", AtOnce));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{refused.Count} of {AtOnce * Rounds} refused");
        Assert.Equal([], refused);
        var (exitCode, said) = await RunAsync(environment, "doctor", "--full", "--port", "0", "--data", Data);
        Assert.True(exitCode < 2 && !said.Contains("PROBLEM", StringComparison.Ordinal), said);
        Assert.Equal((AtOnce * Rounds) + 1, await StoriesAsync(environment));
    }

    /// <summary>What those said that were refused.</summary>
    private async Task<IReadOnlyList<string>> RoundAsync(Dictionary<string, string> environment, string name, int count)
    {
        var programs = Enumerable.Range(1, count).Select(number => StoryprintProcess.Start(environment, "publish", Story(name, number), "--data", Data)).ToList();
        List<string> refused = [];
        foreach (var program in programs)
        {
            if (await program.ExitCodeAsync() != 0)
            {
                refused.Add($"{name}: {program.Said}");
            }

            await program.DisposeAsync();
        }

        return refused;
    }

    private string Story(string round, int number)
    {
        var file = Path.Combine(folder, $"{round} {number}.md");
        File.WriteAllText(file, $"---\ntitle: \"Ferry {number} sails, {round}\"\nsection: sea\n---\nIt carries 120 people.\n");
        return file;
    }

    private async Task<long> StoriesAsync(Dictionary<string, string> environment)
    {
        Database database = environment.Values.FirstOrDefault() is { } connection ? new PostgresDatabase(connection) : Installation.Open(Data).Installation!.Database;
        await using var open = await database.OpenAsync(Cancellation);
        return await open.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE current_revision = 1", Cancellation);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        await using var program = StoryprintProcess.Start(environment, arguments);
        return (await program.ExitCodeAsync(), program.Said);
    }
}
