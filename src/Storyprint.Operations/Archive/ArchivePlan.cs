using Storyprint.Provenance.Served;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Web.Feeds;
using Storyprint.Web.Looks;
using Storyprint.Web.Site;

namespace Storyprint.Operations.Archive;

/// <summary>The parts of an archive, and what each depends on.</summary>
internal sealed class ArchivePlan(ArchiveContents contents)
{
    private const string Gone = "gone";

    private static readonly TimeSpan RelatedWithin = TimeSpan.FromDays(400);

    private readonly List<ArchivePart> parts = [];
    private readonly ILookup<string, StoryOutline> listed = contents.Stories.Where(story => story.IsListed).ToLookup(story => story.Edition);
    private readonly LegacyUrlFiles oldLinks = new(contents.Publication);
    private readonly Dictionary<StoryCode, string> stamps = contents.Stories.ToDictionary(story => story.Code, StampOf);
    private RelatedStamps related = null!;

    /// <summary>The parts in the order of writing: a page's targets are written before it.</summary>
    public IReadOnlyList<ArchivePart> Create()
    {
        related = new RelatedStamps(contents.Stories, stamps, RelatedWithin);
        Add("assets", contents.Basis, contents.Assets.Select(file => $"/assets/{file}").Concat(LooksAddresses.All(contents.Publication)).Select(path => new ArchiveAddress(path)));
        foreach (var (hash, width) in contents.Pictures)
        {
            Add($"picture/{hash}", "1", Renditions(hash, width));
            if (contents.Publication.PublishesOriginals)
            {
                Add($"original/{hash}", "1", [new ArchiveAddress($"/{PublishedFiles.Original(hash)}")]);
            }
        }

        foreach (var path in contents.Files)
        {
            Add($"file{path}", "1", [new ArchiveAddress(path)]);
        }

        foreach (var story in contents.Stories)
        {
            AddStory(story);
        }

        foreach (var story in contents.Withdrawn)
        {
            AddWithdrawn(story);
        }

        foreach (var hash in contents.WithdrawnPictures)
        {
            Add($"gone/picture/{hash}", contents.Basis, [
                new ArchiveAddress($"/media/{hash}/{RenditionStore.Widths[0]}.jpg") { Status = StatusCodes.Status410Gone, KeptAs = $"/{Gone}/{hash}.txt" }]);
        }

        foreach (var edition in contents.Publication.Editions)
        {
            AddLists(edition);
            AddDays(edition);
        }

        AddSite();
        parts.AddRange(OldAddressParts.Create(contents, oldLinks));
        parts.AddRange(LogParts.Create(contents.LogSize));
        return parts;
    }

    private void AddStory(StoryOutline story)
    {
        var (code, newest) = (story.Code, story.Revision.Value);
        var id = $"{code}.{newest}";
        var older = Enumerable.Range(1, newest - 1).Select(number => $"{code}.{number}").ToList();
        Add($"pages/{code}", ContentStamp.Compute(contents.Basis, stamps[code], related.Of(story)), [
            new ArchiveAddress($"/news/{id}") { Also = [$"/news/{code}", PublicAddress.NewsPath(code, story.Slug)] },
            .. older.Select(each => new ArchiveAddress($"/news/{each}")),
        ]);
        Add($"record/{code}", ContentStamp.Compute([contents.Basis, contents.LogKeys, stamps[code], .. story.LegacyUrls]), [
            new ArchiveAddress($"/{code}") { Status = StatusCodes.Status301MovedPermanently },
            new ArchiveAddress($"/news/{code}/print") { Also = [$"/news/{id}/print"] },
            .. older.SelectMany(each => Files($"/news/{each}/", "print")),
            .. older.Append(id).SelectMany(each => RecordOf(each, mayLackLog: true).Prepend(new ArchiveAddress($"/{each}"))),
            .. Feeds($"/news/{code}").Select(feed => feed with { IsOptional = true }),
            .. Optional($"/news/{code}/history"),
            .. Enumerable.Range(2, newest - 1).SelectMany(number => Optional($"/news/{code}/compare/{number - 1}-{number}")),

            // The target of marks on older prints: the comparison with the present revision.
            .. Enumerable.Range(1, Math.Max(0, newest - 2)).SelectMany(number => Optional($"/news/{code}/compare/{number}-{newest}")),
            .. contents.Publication.ShowsArchivedComments ? Optional($"/news/{code}/comments") : [],
            .. story.LegacyUrls.SelectMany(oldLinks.Claim),
        ]);
        AddImages(story, id, older);
    }

    // Drawing them is a fifth of the work, and few changes of a publication change them: their stamps hold no more than what is drawn.
    private void AddImages(StoryOutline story, string id, IReadOnlyList<string> older)
    {
        var code = story.Code;
        Add($"marks/{code}", ContentStamp.Compute(contents.MarkBasis, id), [
            .. Files($"/news/{code}/", "qr.svg", "qr.png").Select(mark => mark with { Also = [mark.Target.Replace($"/{code}/", $"/{id}/", StringComparison.Ordinal)] }),
            .. older.SelectMany(each => Files($"/news/{each}/", "qr.svg", "qr.png")),
        ]);
        if (!story.HasPicture || story.Revision.Value > 1)
        {
            Add($"card/{code}", ContentStamp.Compute(contents.SocialImageBasis[contents.Publication.EditionOrMain(story.Edition).Language], stamps[code]), Files($"/news/{code}/", "card.png"));
        }
    }

    // The files of a withdrawn story are not in the plan and so are deleted. These replace them; by those in the folder "gone" a file server knows what to answer with 410.
    private void AddWithdrawn(WithdrawnStory story)
    {
        var code = story.Code;
        var revisions = Enumerable.Range(1, story.Revision.Value).Select(number => $"{code}.{number}").ToList();
        Add($"gone/{code}", ContentStamp.Compute(contents.Basis, contents.LogKeys, $"{story.Revision} {story.Withdrawal.Reason} {story.Withdrawal.At.ToUnixTimeSeconds()}"), [
            .. new[] { $"/{code}", $"/news/{code}", $"/news/{code}/print" }.Concat(revisions.SelectMany(each => new[] { $"/{each}", $"/news/{each}", $"/news/{each}/print" }))
                .Select(target => new ArchiveAddress(target) { Status = StatusCodes.Status410Gone, Also = target == $"/news/{code}" ? [$"/{Gone}/{code}.html"] : [] }),
            new ArchiveAddress($"/news/{code}/history") { Status = StatusCodes.Status410Gone, IsOptional = true },
            .. revisions.SelectMany(each => RecordOf(each, mayLackLog: true).Select(record => record.Target.StartsWith("/api/", StringComparison.Ordinal)
                ? record with { Status = StatusCodes.Status410Gone, Also = [$"/{Gone}/{each}.json"] }
                : record)),
        ]);
    }

    private void AddLists(Edition edition)
    {
        var home = $"/{edition.Language}";
        var stories = listed[edition.Language].ToList();
        var bySection = stories.ToLookup(story => story.Section);
        foreach (var section in contents.Sections[edition.Language])
        {
            AddList($"{home}/section/", section.Slug, section.Slugs.SelectMany(slug => bySection[slug]), section.Formerly);
        }

        foreach (var topic in stories.SelectMany(story => story.Topics.Select(edition.Topics.SlugOf).Distinct().Select(slug => (slug, story))).GroupBy(pair => pair.slug, pair => pair.story))
        {
            AddList($"{home}/topic/", topic.Key, topic, edition.Topics.Named(topic.Key)?.Formerly);
        }

        foreach (var author in stories.SelectMany(story => story.Bylines.Select(edition.Bylines.SlugOf).Distinct().Select(slug => (slug, story))).GroupBy(pair => pair.slug, pair => pair.story))
        {
            AddList($"{home}/byline/", author.Key, author, edition.Bylines.Named(author.Key)?.Formerly);
        }
    }

    private void AddList(string kind, string slug, IEnumerable<StoryOutline> stories, IReadOnlyList<string>? formerly)
    {
        var path = kind + Uri.EscapeDataString(slug);
        var shown = stories.OrderByDescending(story => story.SortKey).Take((StoryListHandler.PageSize * StoryListHandler.MaxPage) + 1).ToList();
        Add($"list{path}", StampOf(shown), [
            .. Pages(path, shown.Count), .. Feeds(path),
            .. (formerly ?? []).Where(former => former != slug).Select(former => new ArchiveAddress(kind + Uri.EscapeDataString(former)) { Status = StatusCodes.Status301MovedPermanently }),
        ]);
    }

    private void AddDays(Edition edition)
    {
        var home = $"/{edition.Language}/archive";
        var byDay = listed[edition.Language].GroupBy(story => CalendarDate.From(SortKey.TimeOf(story.SortKey), edition));
        foreach (var year in byDay.GroupBy(day => day.Key.Year))
        {
            foreach (var month in year.GroupBy(day => day.Key.Month!.Value))
            {
                var path = $"{home}/{year.Key:0000}/{month.Key:00}";
                Add($"list{path}", StampOf(month.SelectMany(day => day)), [
                    new ArchiveAddress(path), .. month.SelectMany(day => Pages($"{path}/{day.Key.Day:00}", day.Count()))]);
            }

            Add($"list{home}/{year.Key:0000}", ContentStamp.Compute([contents.Basis, .. year.Select(day => $"{day.Key.Month} {day.Count()}")]), [new ArchiveAddress($"{home}/{year.Key:0000}")]);
        }
    }

    private void AddSite()
    {
        var addresses = new List<ArchiveAddress>();
        foreach (var edition in contents.Publication.Editions)
        {
            var home = $"/{edition.Language}";
            addresses.AddRange([
                edition == contents.Publication.MainEdition ? new ArchiveAddress($"{home}/") { Status = StatusCodes.Status301MovedPermanently } : new ArchiveAddress($"{home}/"),
                .. Feeds(home), .. Feeds($"{home}/corrections"), .. Files($"{home}/", "about", "policies", "how-to-check", "archive"),
                new ArchiveAddress($"{home}/corrections") { IsSeries = true }]);
        }

        Add("site", null, [
            new ArchiveAddress("/"), .. addresses, new ArchiveAddress("/404.html") { Status = StatusCodes.Status404NotFound },
            .. Files("/", "sitemap.xml", "sitemap-pages.xml", "sitemap-news.xml", "robots.txt"),
            .. contents.SitemapFiles.Select(file => new ArchiveAddress($"/sitemap-{file}.xml")),
            .. Optional("/trust.txt", "/.well-known/trust.txt", "/.well-known/security.txt"),
            .. Optional($"/{PublishedFiles.Keys}", $"/{PublishedFiles.Policy}", $"/{PublishedFiles.Interface}")]);
    }

    private void Add(string name, string? stamp, IEnumerable<ArchiveAddress> addresses) => parts.Add(new ArchivePart(name, stamp, [.. addresses]));

    private string StampOf(IEnumerable<StoryOutline> stories) => ContentStamp.Compute([contents.Basis, .. stories.Select(story => stamps[story.Code])]);

    // Revisions never change, so the number of a story's newest one stands for its text; everything else can change without a new one.
    private static string StampOf(StoryOutline story) => string.Join(
        '|', story.Code, story.Revision, (int)story.Status, story.Slug, story.Section, story.PublishedAt?.ToUnixTimeMilliseconds(), story.UpdatedAt?.ToUnixTimeMilliseconds());

    private static IEnumerable<ArchiveAddress> Pages(string path, int stories) =>
        Enumerable.Range(1, Math.Clamp((stories + StoryListHandler.PageSize - 1) / StoryListHandler.PageSize, 1, StoryListHandler.MaxPage))
            .Select(page => new ArchiveAddress(page == 1 ? path : $"{path}/{page}"));

    private static IEnumerable<ArchiveAddress> Feeds(string path) => FeedFormat.All.Select(form => new ArchiveAddress($"{path}/feed.{form.Ending}"));

    private static IEnumerable<ArchiveAddress> Files(string folder, params IEnumerable<string> names) => names.Select(name => new ArchiveAddress(folder + name));

    private static IEnumerable<ArchiveAddress> Optional(params IEnumerable<string> targets) => targets.Select(target => new ArchiveAddress(target) { IsOptional = true });

    private static IEnumerable<ArchiveAddress> RecordOf(string revision, bool mayLackLog) =>
        new[] { $"/api/v1/revisions/{revision}", $"/{PublishedFiles.LogPrefix}proof/{revision}" }.Select(target => new ArchiveAddress(target) { IsOptional = mayLackLog });

    // All that a page may ask for; paper takes two whatever the original holds, feeds and networks the largest.
    private static IEnumerable<ArchiveAddress> Renditions(string hash, int width) =>
        Files($"/media/{hash}/", [
            $"{RenditionStore.Fallback}.jpg", $"{RenditionStore.Largest}.jpg",
            .. RenditionStore.WidthsOf(width).Union([RenditionStore.Fallback, RenditionStore.Largest]).Select(size => $"{size}.webp")]);
}
