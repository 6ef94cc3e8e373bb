using System.Collections.Concurrent;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Localization;

namespace Storyprint.Web.Rendering;

/// <summary>Makes the view of an edition for a page about to be rendered.</summary>
public sealed class PageContextFactory(Publication publication, TermStore terms, PageAssets assets, TimeProvider clock, string? textsFolder)
{
    /// <summary>Whether the pages are for a copy on a disk.</summary>
    public bool IsCopy { get; init; }

    /// <summary>How long a new section may be missing from the navigation: less than a shared cache may keep the page.</summary>
    private static readonly TimeSpan SectionsAge = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (IReadOnlyList<SectionName> Names, long AskedAt)> sections = [];
    private readonly ConcurrentDictionary<string, (InterfaceTexts Texts, DateFormatter Dates)> words = new();

    private int renewals;

    public async Task<PageContext> OfAsync(Edition edition, CancellationToken cancellation)
    {
        CacheDependencies.Add(CacheTag.Sections(edition.Language));
        var (texts, dates) = WordsOf(edition);
        return new PageContext(publication, edition, texts, dates, assets, await SectionsAsync(edition, cancellation)) { IsCopy = IsCopy };
    }

    /// <summary>Asks for the sections anew, after a release. True where they are others than the pages of before named.</summary>
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

    // Every page shows the sections and hardly ever do they change; two that ask at once both do, and either answer is right.
    private async Task<IReadOnlyList<SectionName>> SectionsAsync(Edition edition, CancellationToken cancellation)
    {
        int renewal;
        lock (gate)
        {
            renewal = renewals;
            if (sections.TryGetValue(edition.Language, out var known) && clock.GetElapsedTime(known.AskedAt) < SectionsAge)
            {
                return known.Names;
            }
        }

        var askedAt = clock.GetTimestamp();
        var names = await terms.SectionsAsync(edition, cancellation);
        lock (gate)
        {
            // What was read before a release is not remembered after it.
            if (renewal == renewals)
            {
                sections[edition.Language] = (names, askedAt);
            }
        }

        return names;
    }

    /// <summary>The view a path belongs to, with what is known of its sections: nothing is asked, for when nobody would answer.</summary>
    public PageContext CreateOffline(string path)
    {
        var edition = EditionOfPath(path);
        var (texts, dates) = WordsOf(edition);
        lock (gate)
        {
            return new PageContext(publication, edition, texts, dates, assets, sections.TryGetValue(edition.Language, out var known) ? known.Names : edition.Sections) { IsCopy = IsCopy };
        }
    }

    /// <summary>The view a path belongs to: its first part may name an edition; the main edition otherwise.</summary>
    public Task<PageContext> CreateForPathAsync(string path, CancellationToken cancellation) => OfAsync(EditionOfPath(path), cancellation);

    private Edition EditionOfPath(string path) => publication.EditionOrMain(path.Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());

    private (InterfaceTexts Texts, DateFormatter Dates) WordsOf(Edition edition) => words.GetOrAdd(edition.Language, language =>
    {
        var read = InterfaceTexts.Load(language, textsFolder);
        return (read, new DateFormatter(edition, read));
    });
}

/// <summary>Registered where the site is asked for pages that go into files.</summary>
public sealed class CopyOnDisk;
