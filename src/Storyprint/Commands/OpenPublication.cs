using System.Data.Common;
using System.Diagnostics;
using Storyprint.Operations;
using Storyprint.Storage.Engine;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary>Opens the publication for every command, or refuses with the reason.</summary>
internal static class OpenPublication
{
    /// <summary>How long a command waits for a database that is away, as it is while its server starts again.</summary>
    internal static TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Opens it unchanged and runs the command; a fault of the database, the media, the disk or the network is explained.</summary>
    /// <param name="readsSettings">False where the command prepares the database, which reads them.</param>
    public static async Task<int> RunAsync(string folder, Func<Installation, Task<int>> run, bool readsSettings = true)
    {
        var (installation, problem) = Installation.Open(folder);
        if (installation is null)
        {
            return await CommandError.WriteAsync(problem);
        }

        foreach (var warning in installation.SettingWarnings)
        {
            await Console.Error.WriteLineAsync($"{Installation.SettingsPath(folder)}: {warning}");
        }

        try
        {
            await WaitAsync(installation.Database);
            await (readsSettings ? installation.ReadSettingsAsync() : Task.CompletedTask);
            return await run(installation);
        }
        catch (Exception fault) when (CommandFault.Sentence(fault, installation.Database.Problem) is { } sentence)
        {
            return await CommandError.WriteAsync(sentence);
        }
    }

    // As readers wait for a server that starts again. What is wrong for good, the command itself finds and says.
    private static async Task WaitAsync(Database database)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < Patience; await Task.Delay(TimeSpan.FromMilliseconds(200)))
        {
            try
            {
                await using var connection = await database.OpenAsync();
                return;
            }
            catch (Exception fault) when (fault is DbException && database.IsUnavailable(fault))
            {
                // It is asked again.
            }
            catch (Exception)
            {
                // Safe: the command meets the same, and tells it.
                return;
            }
        }
    }

    /// <summary>Opens it and migrates its tables. Whether releases are possible is only reported: readers are served either way.</summary>
    public static Task<int> ForReadingAsync(string folder, Func<Installation, Task<int>> run, CancellationToken cancellation) => RunAsync(folder, async installation =>
    {
        await PrepareForReadingAsync(installation, cancellation);
        return await run(installation);
    }, readsSettings: false);

    /// <summary>Migrates the tables. Whether releases are possible is only reported.</summary>
    public static async Task PrepareForReadingAsync(Installation installation, CancellationToken cancellation)
    {
        if (await installation.PrepareAsync(cancellation) is { } refused)
        {
            await Console.Error.WriteLineAsync($"Nothing can be released: {refused.Sentence}");
        }
    }

    /// <summary>Opens it for a command that releases: refuses where the log cannot be signed.</summary>
    public static Task<int> ForReleasesAsync(string folder, Func<Installation, Task<int>> run, CancellationToken cancellation) => RunAsync(folder, async installation =>
        await installation.PrepareAsync(cancellation) is { } refused ? await CommandError.WriteAsync(refused.Sentence) : await run(installation), readsSettings: false);
}
