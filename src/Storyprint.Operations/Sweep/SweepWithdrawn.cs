using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Operations.Sites;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Sweep;

/// <summary>
/// After withdrawals: erases again what may be left of them on the disk and in the database, then asks every address at which one of the
/// stories could still be seen.
/// </summary>
public sealed partial class SweepWithdrawn(Installation installation)
{
    /// <param name="ask">Answers a target; null where nobody answered.</param>
    /// <param name="only">One story; null for every withdrawn one.</param>
    public async Task<SweepReport> RunAsync(
        Func<string, CancellationToken, Task<SiteReply?>> ask, StoryCode? only = null, CancellationToken cancellation = default)
    {
        var pictures = installation.Stores.WithdrawnPictures;
        var stories = (await installation.Stores.Stories.WithdrawnAsync(cancellation)).Where(story => only is null || story.Code == only).ToList();
        var deleted = await pictures.DeleteLeftoversAsync(cancellation);
        await installation.Database.EraseRemnantsAsync(cancellation);
        var report = new SweepReport { Stories = stories.Count, DeletedFiles = deleted };
        var links = new Links(stories, installation.Publication);
        foreach (var address in await AddressesAsync(stories, await pictures.ListAsync(cancellation), cancellation))
        {
            report.Asked++;
            if (Problem(address, await ask(address.Target, cancellation), links) is { } problem)
            {
                report.Findings.Add(new SweepFinding(address.Target, problem));
            }
        }

        return report;
    }

    /// <summary>The same, with the site asked in this process.</summary>
    public async Task<SweepReport> RunHereAsync(StoryCode? only = null, CancellationToken cancellation = default)
    {
        await using var site = await InProcessSite.StartAsync(installation, installation.Publication, isCopy: false, cancellation);
        return await RunAsync(async (target, stop) => await site.AskAsync(target, stop), only, cancellation);
    }

    private async Task<IReadOnlyList<SweptAddress>> AddressesAsync(IReadOnlyList<WithdrawnStory> stories, IReadOnlyList<string> pictures, CancellationToken cancellation)
    {
        if (stories.Count == 0)
        {
            return [];
        }

        var (publication, terms) = (installation.Publication, installation.Stores.Terms);
        var addresses = new List<SweptAddress>(stories.SelectMany(story => SweptAddresses.OfStory(story).Concat(SweptAddresses.OfSearch(story))));
        addresses.AddRange(pictures.SelectMany(SweptAddresses.OfPicture));
        foreach (var edition in stories.GroupBy(story => publication.EditionOrMain(story.Edition)))
        {
            addresses.AddRange(SweptAddresses.OfEdition(
                edition.Key, edition.Key == publication.MainEdition, await terms.SectionsAsync(edition.Key, cancellation),
                edition.Select(story => story.PublishedAt).OfType<DateTimeOffset>()));
        }

        addresses.AddRange(SweptAddresses.OfSitemaps(await installation.Stores.Addresses.FilesAsync(cancellation)));
        return addresses;
    }

    private static string? Problem(SweptAddress address, SiteReply? reply, Links links)
    {
        if (reply is null)
        {
            return "Nobody answered.";
        }

        if (address.Statuses.Count > 0)
        {
            return address.Statuses.Contains(reply.Status) ? null : string.Create(CultureInfo.InvariantCulture, $"It answered {reply.Status}, not 410.");
        }

        return reply.Status == StatusCodes.Status200OK && links.In(reply.Body.Span) is { } code ? $"It still leads to the withdrawn story {code}."
            : reply.Status >= StatusCodes.Status500InternalServerError ? string.Create(CultureInfo.InvariantCulture, $"It answered {reply.Status}.")
            : null;
    }

    /// <summary>Finds links to withdrawn stories. Codes alone are numbers like any others; after an address they are codes.</summary>
    private sealed partial class Links(IEnumerable<WithdrawnStory> stories, Publication publication)
    {
        private readonly HashSet<string> codes = stories.Select(story => story.Code.Digits).ToHashSet(StringComparer.Ordinal);
        private readonly string origin = publication.PublicAddress.Origin;

        public string? In(ReadOnlySpan<byte> page) => Code().Matches(Encoding.UTF8.GetString(page).Replace(origin, "/news", StringComparison.Ordinal))
            .Select(match => match.Groups["code"].Value).FirstOrDefault(codes.Contains);

        [GeneratedRegex("/news/(?<code>[0-9]+)(?![0-9])")]
        private static partial Regex Code();
    }
}

/// <summary>What a sweep found.</summary>
public sealed record SweepReport
{
    /// <summary>Withdrawn stories.</summary>
    public required int Stories { get; init; }

    /// <summary>Files of withdrawn pictures that were still there.</summary>
    public required int DeletedFiles { get; init; }

    /// <summary>Addresses asked.</summary>
    public int Asked { get; set; }

    public List<SweepFinding> Findings { get; } = [];
}

/// <param name="Target">The address, from the root.</param>
public sealed record SweepFinding(string Target, string Sentence);
