using System.Data.Common;
using Storyprint.Operations;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary>Opens the publication for every command, or refuses with the reason.</summary>
internal static class OpenPublication
{
    /// <summary>Opens it unchanged and runs the command; an operational fault of the database is explained.</summary>
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
            await (readsSettings ? installation.ReadSettingsAsync() : Task.CompletedTask);
            return await run(installation);
        }
        catch (DbException fault) when (installation.Database.Problem(fault) is { } sentence)
        {
            return await CommandError.WriteAsync(sentence);
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
