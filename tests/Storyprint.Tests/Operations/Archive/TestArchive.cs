using Storyprint.Newsroom.Releases;
using Storyprint.Operations.Archive;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>An archive of a test's publication in a folder of its own.</summary>
internal sealed class TestArchive(TestPublication publication) : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("storyprint-archive-").FullName;

    /// <summary>The archive's own files, relative to its folder; the ledger is left out.</summary>
    public IReadOnlyDictionary<string, DateTime> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path)).Where(path => !path.StartsWith(ArchiveFolder.Workroom, StringComparison.Ordinal))
        .ToDictionary(path => path, path => File.GetLastWriteTimeUtc(Path.Combine(Folder, path)));

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public bool Has(string path) => File.Exists(Path.Combine(Folder, path));

    /// <summary>Brings it up to date; the paths that were written.</summary>
    /// <param name="of">Another publication than the test's own.</param>
    public async Task<IReadOnlyList<string>> RunAsync(
        IProgress<ArchiveProgress>? progress = null, CancellationToken? cancellation = null, Publication? settings = null, TestPublication? of = null)
    {
        var installation = (of ?? publication).Installation;
        var totals = new ArchiveTotals { WrittenPaths = [] };
        var outcome = await new ArchivePublication(installation, settings ?? installation.Publication)
            .RunAsync(Folder, totals, progress, cancellation ?? TestContext.Current.CancellationToken);
        var done = Assert.IsType<ArchiveOutcome.Done>(outcome);
        Assert.Empty(done.Problems);
        return [.. totals.WrittenPaths.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal static class TestReleases
{
    extension(TestPublication publication)
    {
        public async Task WithdrawAsync(StoryCode code, int revision = 1)
        {
            var installation = publication.Installation;
            var store = new ReleaseStore(installation.Database, installation.Log, TimeProvider.System);
            var outcome = await new WithdrawStory(store, installation.Media, installation.Database)
                .RunAsync(TestActor.Editor, code, WithdrawalReason.CourtOrder, new RevisionNumber(revision), TestContext.Current.CancellationToken);
            Assert.IsType<ReleaseOutcome.Done>(outcome);
        }
    }
}
