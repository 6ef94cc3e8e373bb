using System.Runtime.CompilerServices;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Localization;

namespace Storyprint.Web.Rendering;

/// <summary>Creates the <see cref="PageContext"/> of a page that is to be rendered.</summary>
public sealed class PageContextFactory(CurrentPublication publication, TermStore terms, PageAssets assets, TimeProvider clock, string? textsFolder)
{
    /// <summary>Whether the pages are for an archive on a disk.</summary>
    public bool IsCopy { get; init; }

    /// <summary>How long a new section may be missing from the navigation: shorter than shared caches keep a page.</summary>
    private static readonly TimeSpan SectionsAge = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (Edition Of, IReadOnlyList<SectionName> Names, long AskedAt)> sections = [];

    // By the edition itself: with other settings it has other dates, and is forgotten.
    private readonly ConditionalWeakTable<Edition, EditionWords> words = [];

    private int renewals;

    public async Task<PageContext> CreateAsync(Edition edition, CancellationToken cancellation)
    {
        CacheDependencies.Add(CacheTag.Sections(edition.Language));
        var (texts, dates) = WordsOf(edition);
        return new PageContext(publication.Value, edition, texts, dates, assets, await SectionsAsync(edition, cancellation)) { IsCopy = IsCopy };
    }

    /// <summary>Reads the sections again after a release.</summary>
    /// <returns>Whether they changed.</returns>
    public async Task<bool> RenewSectionsAsync(Edition edition, CancellationToken cancellation)
    {
        IReadOnlyList<SectionName>? before;
        lock (gate)
        {
            renewals++;
            before = sections.Remove(edition.Language, out var known) ? known.Names : null;
        }

        var names = await SectionsAsync(edition, cancellation);
        return before is null || !before.SequenceEqual(names);
    }

    // Every page shows the sections, which hardly ever change. Two requests at once may both read them: either result is right.
    private async Task<IReadOnlyList<SectionName>> SectionsAsync(Edition edition, CancellationToken cancellation)
    {
        int renewal;
        lock (gate)
        {
            renewal = renewals;
            if (sections.TryGetValue(edition.Language, out var known) && ReferenceEquals(known.Of, edition) && clock.GetElapsedTime(known.AskedAt) < SectionsAge)
            {
                return known.Names;
            }
        }

        var askedAt = clock.GetTimestamp();
        var names = await terms.SectionsAsync(edition, cancellation);
        lock (gate)
        {
            // Sections read before a release are not kept after it.
            if (renewal == renewals)
            {
                sections[edition.Language] = (edition, names, askedAt);
            }
        }

        return names;
    }

    /// <summary>The context of a path when the database is unavailable: with the sections known last.</summary>
    public PageContext CreateOffline(string path)
    {
        var edition = EditionOfPath(path);
        var (texts, dates) = WordsOf(edition);
        lock (gate)
        {
            return new PageContext(publication.Value, edition, texts, dates, assets, sections.TryGetValue(edition.Language, out var known) ? known.Names : edition.Sections) { IsCopy = IsCopy };
        }
    }

    /// <summary>The context of a path: of the edition that its first part names, or else of the main edition.</summary>
    public Task<PageContext> CreateForPathAsync(string path, CancellationToken cancellation) => CreateAsync(EditionOfPath(path), cancellation);

    private Edition EditionOfPath(string path) => publication.Value.EditionOrMain(path.Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());

    private EditionWords WordsOf(Edition edition) => words.GetValue(edition, of =>
    {
        var read = InterfaceTexts.Load(of.Language, textsFolder);
        read = of.IsRightToLeft ? read.InRightToLeft() : read;
        return new EditionWords(read, new DateFormatter(of, read));
    });

    private sealed record EditionWords(InterfaceTexts Texts, DateFormatter Dates);
}

/// <summary>Registered as a service where pages are rendered into files.</summary>
public sealed class CopyOnDisk;
