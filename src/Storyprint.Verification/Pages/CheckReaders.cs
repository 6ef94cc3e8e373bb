using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Verification;
using Storyprint.Verification.Feeds;
using Storyprint.Verification.Marks;

namespace Storyprint.Verification.Pages;

/// <summary>Holds all that readers see against the log: pages of stories first, then what leads to them.</summary>
internal sealed class CheckReaders
{
    private readonly CheckLists? lists;
    private readonly CheckStandingPages? standing;
    private readonly FoundOnPages found;
    private readonly Findings findings;

    private CheckReaders(SiteCheckRequest request, StoryHistory log, KeyList? keys, string publisher, InterfaceWords? words, DeferredFindings deferred, Findings findings)
    {
        var stories = new SealedStories(request.Site, log);
        var readers = new ReaderFindings(stories, deferred, findings);
        var marks = new PrintedMarks(keys, words?.Origin ?? $"https://{publisher}");
        var cards = words is null ? null : new CardWords(stories, log, words);
        var feeds = words is null ? null : new CheckFeeds(request, stories, new FeedWords(stories, log, words), words, readers);
        found = new FoundOnPages(
            new CheckPictures(request.Site, findings), words is null ? null : new CheckCorrections(request, stories, log, words, readers), feeds, words is null ? null : new CheckStoryRecord(request, words, readers));
        standing = words is null ? null : new CheckStandingPages(request, words, keys, readers, findings);
        lists = words is null ? null : new CheckLists(request, stories, cards!, feeds!, found.Lists, words, readers);
        Pages = new CheckPages(request, log, new CheckStory(request, stories, words, new ShownStory(words, marks, cards), marks, found, readers, findings), deferred, findings);
        (Words, this.findings) = (words, findings);
    }

    public CheckPages Pages { get; }

    /// <summary>Null where the publication names none.</summary>
    public InterfaceWords? Words { get; }

    public CheckPictures Pictures => found.Pictures;

    public ReaderCounts Counts => new()
    {
        Prints = found.Prints,
        Lists = lists?.Good ?? 0,
        FeedItems = found.Feeds?.Good ?? 0,
        Corrections = found.Corrections?.Good ?? 0,
        Histories = found.Record?.Histories ?? 0,
        Comparisons = found.Record?.Comparisons ?? 0,
        Scans = found.Record?.Scans ?? 0,
        StandingPages = standing?.Read ?? 0,
        Pictures = Pictures.Good,
        PicturesUnchecked = Pictures.Unchecked,
    };

    public static async Task<CheckReaders> CreateAsync(
        SiteCheckRequest request, StoryHistory log, TrustedKeys trust, DeferredFindings deferred, Findings findings, CancellationToken cancellation)
    {
        InterfaceWords? words = null;
        try
        {
            words = await InterfaceWords.ReadAsync(request.Site, findings, cancellation);
        }
        catch (SourceUnreachableException unreachable)
        {
            findings.Add(FindingKinds.NotRead, Provenance.Served.PublishedFiles.Interface, unreachable.Message);
        }

        return new CheckReaders(request, log, trust.List, trust.Publisher?.Text ?? string.Empty, words, deferred, findings);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        await Pages.RunAsync(cancellation);
        if (lists is not null && standing is not null && found.Corrections is { } corrections)
        {
            await corrections.RunAsync(cancellation);
            await standing.RunAsync(cancellation);
            await lists.RunAsync(cancellation);
        }

        if (found.Lists.IsCut)
        {
            findings.Add(ReaderFindingKinds.ListMissing, "topic, byline", "There are more lists than are kept in memory; the first 200,000 were compared.");
        }
    }
}

/// <summary>What was held against the log and agrees, or where it does not is in the findings.</summary>
internal sealed record ReaderCounts
{
    /// <summary>Print pages that were read.</summary>
    public long Prints { get; init; }

    /// <summary>Pages of lists that agree.</summary>
    public long Lists { get; init; }

    /// <summary>Items of feeds that agree, in each form.</summary>
    public long FeedItems { get; init; }

    /// <summary>Entries of the corrections pages that agree.</summary>
    public long Corrections { get; init; }

    /// <summary>Histories that were read.</summary>
    public long Histories { get; init; }

    /// <summary>Comparisons of two revisions that were read.</summary>
    public long Comparisons { get; init; }

    /// <summary>Pages that marks on paper lead to and that were read.</summary>
    public long Scans { get; init; }

    /// <summary>Standing pages that were read.</summary>
    public long StandingPages { get; init; }

    /// <summary>Originals that agree.</summary>
    public long Pictures { get; init; }

    /// <summary>Pictures whose original is not published.</summary>
    public long PicturesUnchecked { get; init; }
}
