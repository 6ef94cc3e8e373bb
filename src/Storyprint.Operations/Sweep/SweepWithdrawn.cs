using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Operations.Sites;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Sweep;

/// <summary>
/// Cleans up after withdrawals: erases again what may be left on the disk and in the database, then requests every address at which a withdrawn story could
/// still be seen.
/// </summary>
/// <param name="clock">Decides which withdrawals are recent; null for the machine's.</param>
public sealed partial class SweepWithdrawn(Installation installation, TimeProvider? clock = null)
{
    /// <param name="ask">Requests an address; null where there is no response.</param>
    /// <param name="only">One story; null for every withdrawn one.</param>
    /// <param name="words">Words that no page may contain, known from before the withdrawal; null where they are unknown.</param>
    public async Task<SweepReport> RunAsync(
        Func<string, CancellationToken, Task<SiteReply?>> ask, StoryCode? only = null, SweptWords? words = null, CancellationToken cancellation = default)
    {
        var pictures = installation.Stores.WithdrawnPictures;
        var stories = (await installation.Stores.Stories.WithdrawnAsync(cancellation)).Where(story => only is null || story.Code == only).ToList();
        var deleted = await pictures.DeleteLeftoversAsync(cancellation);
        var report = new SweepReport { Stories = stories.Count, DeletedFiles = deleted, Remnants = await EraseAsync(stories, cancellation) };
        report.Findings.AddRange(await new WithdrawnInImports(installation).EraseAsync(stories, isSearch: only is not null, cancellation));
        var links = new Links(stories, installation.Publication);
        foreach (var address in (await AddressesAsync(stories, await pictures.ListAsync(cancellation), cancellation)).Concat(SweptAddresses.OfOldAddresses(words?.OldAddresses ?? [])))
        {
            report.Asked++;
            if (Problem(address, await ask(address.Target, cancellation), links, words) is { } problem)
            {
                report.Findings.Add(new SweepFinding(address.Target, problem));
            }
        }

        return report;
    }

    /// <summary>The same, with in-process requests.</summary>
    public async Task<SweepReport> RunHereAsync(StoryCode? only = null, SweptWords? words = null, CancellationToken cancellation = default)
    {
        await using var site = await InProcessSite.StartAsync(installation, installation.Publication, isCopy: false, cancellation);
        return await RunAsync(async (target, stop) => await site.AskAsync(target, stop), only, words, cancellation);
    }

    // The withdrawal itself has done it; this is for one that was interrupted. It makes readers on PostgreSQL wait, so it is not done every night for ever.
    private async Task<IReadOnlyList<string>> EraseAsync(IReadOnlyList<WithdrawnStory> stories, CancellationToken cancellation) =>
        stories.Any(story => story.Withdrawal.At > (clock ?? TimeProvider.System).GetUtcNow() - ErasedAgainFor) ? await installation.Database.EraseRemnantsAsync(cancellation) : [];

    private static readonly TimeSpan ErasedAgainFor = TimeSpan.FromDays(3);

    private async Task<IReadOnlyList<SweptAddress>> AddressesAsync(IReadOnlyList<WithdrawnStory> stories, IReadOnlyList<string> pictures, CancellationToken cancellation)
    {
        if (stories.Count == 0)
        {
            return [];
        }

        var (publication, terms) = (installation.Publication, installation.Stores.Terms);
        var addresses = new List<SweptAddress>(stories.SelectMany(story => SweptAddresses.OfStory(story).Concat(SweptAddresses.OfSearch(story))));
        foreach (var code in (await LinkingAsync(stories, cancellation)).Distinct())
        {
            addresses.AddRange(SweptAddresses.OfLinking(code, (await installation.Stores.Revisions.AllAsync(code, cancellation)).Count));
        }

        addresses.AddRange(pictures.SelectMany(SweptAddresses.OfPicture));
        foreach (var edition in stories.GroupBy(story => publication.EditionOrMain(story.Edition)))
        {
            addresses.AddRange(SweptAddresses.OfFeeds(edition.Key, await terms.SectionsAsync(edition.Key, cancellation)));
            addresses.AddRange(SweptAddresses.OfEdition(
                edition.Key, edition.Key == publication.MainEdition, await terms.SectionsAsync(edition.Key, cancellation),
                edition.Select(story => story.PublishedAt).OfType<DateTimeOffset>()));
        }

        addresses.AddRange(SweptAddresses.OfSitemaps(await installation.Stores.Addresses.FilesAsync(cancellation)));
        return addresses;
    }

    private async Task<List<StoryCode>> LinkingAsync(IReadOnlyList<WithdrawnStory> stories, CancellationToken cancellation)
    {
        var found = new List<StoryCode>();
        foreach (var story in stories)
        {
            found.AddRange(await installation.Stores.Stories.LinkingToAsync(story.Code, cancellation));
        }

        return found;
    }

    private static string? Problem(SweptAddress address, SiteReply? reply, Links links, SweptWords? words)
    {
        if (reply is null)
        {
            return "Nobody answered.";
        }

        if (words?.In(reply.Body.Span) is { } held)
        {
            return $"It still holds words of the withdrawn story ({held}).";
        }

        if (reply.Status == StatusCodes.Status200OK && links.WithWordsIn(reply.Body.Span) is { } named)
        {
            return $"It still holds the words of the address of the withdrawn story {named}.";
        }

        if (address.MayLink)
        {
            return links.ShortIn(reply.Body.Span) is { } listed ? $"It still leads to the withdrawn story {listed}."
                : reply.Status >= StatusCodes.Status500InternalServerError ? string.Create(CultureInfo.InvariantCulture, $"It answered {reply.Status}.") : null;
        }

        if (address.Statuses.Count > 0)
        {
            return address.Statuses.Contains(reply.Status) ? null : string.Create(CultureInfo.InvariantCulture, $"It answered {reply.Status}, not 410.");
        }

        return reply.Status == StatusCodes.Status200OK && links.In(reply.Body.Span) is { } code ? $"It still leads to the withdrawn story {code}."
            : reply.Status >= StatusCodes.Status500InternalServerError ? string.Create(CultureInfo.InvariantCulture, $"It answered {reply.Status}.")
            : null;
    }

    /// <summary>Finds links to withdrawn stories. A code alone is a number like any other; after an address it is a code.</summary>
    private sealed partial class Links(IEnumerable<WithdrawnStory> stories, Publication publication)
    {
        private readonly HashSet<string> codes = stories.Select(story => story.Code.Digits).ToHashSet(StringComparer.Ordinal);
        private readonly string origin = publication.PublicAddress.Origin;

        public string? In(ReadOnlySpan<byte> page) => Code().Matches(Encoding.UTF8.GetString(page).Replace(origin, "/news", StringComparison.Ordinal))
            .Select(match => match.Groups["code"].Value).FirstOrDefault(codes.Contains);

        /// <summary>The withdrawn story whose short link is in the text, as in a feed item.</summary>
        public string? ShortIn(ReadOnlySpan<byte> page)
        {
            var text = Encoding.UTF8.GetString(page);
            return codes.FirstOrDefault(code => text.Contains($"{origin}/{code}<", StringComparison.Ordinal) || text.Contains($"{origin}/{code}\"", StringComparison.Ordinal));
        }

        /// <summary>The withdrawn story whose address is in the text, with the words after its code.</summary>
        public string? WithWordsIn(ReadOnlySpan<byte> page) => CodeAndWords().Matches(Encoding.UTF8.GetString(page))
            .Select(match => match.Groups["code"].Value).FirstOrDefault(codes.Contains);

        [GeneratedRegex("/news/(?<code>[0-9]+)/(?!print|history|compare|feed\\.|qr\\.|card\\.)[^\"'<>\\s/?#]")]
        private static partial Regex CodeAndWords();

        [GeneratedRegex("/news/(?<code>[0-9]+)(?![0-9])")]
        private static partial Regex Code();
    }
}

/// <summary>The result of a sweep.</summary>
public sealed record SweepReport
{
    /// <summary>Withdrawn stories.</summary>
    public required int Stories { get; init; }

    /// <summary>Files of withdrawn pictures that were still there and were deleted.</summary>
    public required int DeletedFiles { get; init; }

    /// <summary>The tables of a server in whose free room bytes of erased words may still stand.</summary>
    public IReadOnlyList<string> Remnants { get; init; } = [];

    /// <summary>Addresses requested.</summary>
    public int Asked { get; set; }

    public List<SweepFinding> Findings { get; } = [];
}

/// <param name="Target">The address, from the root.</param>
public sealed record SweepFinding(string Target, string Sentence);
