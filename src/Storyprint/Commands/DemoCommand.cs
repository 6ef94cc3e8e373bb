using System.CommandLine;
using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint demo</c>: creates the demonstration at its first start, and serves it.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var port = SharedOptions.Port();
        var host = SharedOptions.Host();
        var command = new Command("demo", "Make a demonstration newspaper, unless the folder holds one already, and serve it.") { data, port, host };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (installation, problem) = await PrepareAsync(parsed.GetValue(data)!, cancellation);
            return installation is null
                ? await CommandError.WriteAsync(problem)
                : await WebHost.RunAsync(installation, parsed.GetValue(host)!, parsed.GetValue(port), Task.CompletedTask, await PagesAsync(installation, cancellation), cancellation);
        });
        return command;
    }

    /// <summary>Opens the demonstration in a folder and creates it where missing; an interrupted creation is completed.</summary>
    internal static async Task<(Installation? Installation, string Problem)> PrepareAsync(string folder, CancellationToken cancellation)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "demo");
        if (!File.Exists(Installation.SettingsPath(folder)))
        {
            Directory.CreateDirectory(folder);
            File.Copy(Path.Combine(source, "publication.json"), Installation.SettingsPath(folder));
        }

        var (installation, problem) = Installation.Open(folder);
        if (installation is null)
        {
            return (null, problem);
        }

        if (await installation.PrepareAsync(cancellation) is { } refused)
        {
            return (null, refused.Sentence);
        }

        var imports = installation.Stores.Imports();
        if (installation.Publication.IsDemo && await imports.CountAsync(cancellation) < DemoStories)
        {
            await ImportAsync(installation, imports, source, cancellation);
        }

        if (installation.Publication.IsDemo)
        {
            await new DemoReleases(installation, imports).RunAsync(Path.Combine(source, "releases.json"), cancellation);
            await new DemoNewsroom(installation, imports).CreateAsync(Path.Combine(source, "newsroom.json"), cancellation);
        }

        return (installation, string.Empty);
    }

    /// <summary>The least number of stories of a complete demonstration; with fewer, its creation was interrupted.</summary>
    private const int DemoStories = 58;

    private static async Task ImportAsync(Installation installation, ImportStore imports, string source, CancellationToken cancellation)
    {
        var import = new ImportStories(imports, installation.Stores.Pictures, installation.Publication) { Choices = new ImportChoices { Archive = "demonstration" } };
        var archive = ImportFormatDetector.Open(source, new ImportOptions { Publication = installation.Publication, Edition = installation.Publication.MainEdition, Archive = DemoReleases.Archive, Clock = new LaterClock() })
            ?? throw new InvalidOperationException($"The demonstration's stories are missing from {source}.");
        var report = await import.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine, "demonstration"), archive, new MediaFileLocator(source), isDryRun: false, null, cancellation);
        foreach (var line in report.Items.Where(item => item.Outcome != ImportOutcome.LeftOut && (item.Outcome == ImportOutcome.Refused || item.Notes.Count > 0)))
        {
            await Console.Error.WriteLineAsync($"demo: {line.Source}: {string.Join(' ', line.Notes)}");
        }
    }

    private static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(Installation installation, CancellationToken cancellation)
    {
        var pages = new List<(string, string)> { ("Front page", "/") };
        var first = (await installation.Stores.Lists.LatestAsync(installation.Publication.MainEdition.Language, 0, 24, cancellation)).FirstOrDefault(card => card.Picture is not null);
        if (first is not null)
        {
            pages.Add(("A story", $"/news/{first.Code}"));
            pages.Add(("Its print page", $"/news/{first.Code}/print"));
        }

        pages.AddRange(installation.Publication.Editions.Skip(1).Select(edition => ($"Edition {edition.Language}", $"/{edition.Language}/")));
        return pages;
    }

    // The demonstration's stories are all published, whatever the machine's clock says.
    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.MaxValue;
    }
}
