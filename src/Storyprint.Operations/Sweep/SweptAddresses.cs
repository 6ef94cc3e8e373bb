using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Feeds;

namespace Storyprint.Operations.Sweep;

/// <summary>The addresses at which withdrawn stories could still be seen.</summary>
internal static class SweptAddresses
{
    private const int MaxCompared = 20;

    /// <summary>Every address of the story itself; each must respond that it is gone.</summary>
    public static IEnumerable<SweptAddress> OfStory(WithdrawnStory story)
    {
        var news = $"/news/{story.Code}";
        var revisions = Enumerable.Range(1, story.Revision.Value).ToList();
        return
        [
            .. Gone([
                $"/{story.Code}", news, $"{news}/any-slug", $"{news}/print", $"{news}/print?paper=Letter", $"{news}/history", $"{news}/comments", $"{news}/qr.svg", $"{news}/qr.png",
                $"{news}/card.png", .. FeedFormat.All.Select(form => $"{news}/feed.{form.Ending}")]),
            .. revisions.Select(number => $"{story.Code}.{number}").SelectMany(id => Gone([
                $"/{id}", $"/news/{id}", $"/news/{id}/print", $"/news/{id}/qr.svg", $"/news/{id}/qr.png", $"/s/{id}/A", $"/api/v1/revisions/{id}"])),

            // 404 and 410 are equally right for a comparison.
            .. revisions.Skip(1).Take(MaxCompared).Select(number => new SweptAddress($"{news}/compare/{number - 1}-{number}", [410, 404])),
        ];
    }

    /// <summary>The addresses it had before. Another page of ours may stand at one of them, and then says nothing of it.</summary>
    public static IEnumerable<SweptAddress> OfOldAddresses(IReadOnlyList<string> targets) => targets.Select(target => new SweptAddress(target, [410, 404]));

    /// <summary>Its pictures and linked files, unless another story uses them as well.</summary>
    public static IEnumerable<SweptAddress> OfPicture(string hash) =>
        RenditionStore.Widths.SelectMany(width => Gone($"/media/{hash}/{width}.jpg", $"/media/{hash}/{width}.webp")).Concat(Gone($"/media/{hash}/original", $"/media/{hash}/file/withdrawn"));

    /// <summary>Lists and files of an edition that may have shown it.</summary>
    public static IEnumerable<SweptAddress> OfEdition(Edition edition, bool isMain, IReadOnlyList<SectionName> sections, IEnumerable<DateTimeOffset> published)
    {
        var home = $"/{edition.Language}";
        var lists = sections.Select(section => $"{home}/section/{Uri.EscapeDataString(section.Slug)}").ToList();
        return Naming([
            isMain ? "/" : $"{home}/", $"{home}/corrections", .. lists, .. lists.Select(list => $"{list}/2"),
            .. published.Select(at => CalendarDate.From(at, edition)).Distinct().Select(day => $"{home}/archive/{day.Year:0000}/{day.Month:00}/{day.Day:00}")]);
    }

    /// <summary>Feeds of an edition: they contain whole texts, which may link to it by its code.</summary>
    public static IEnumerable<SweptAddress> OfFeeds(Edition edition, IReadOnlyList<SectionName> sections) =>
        sections.Select(section => $"/{edition.Language}/section/{Uri.EscapeDataString(section.Slug)}").Prepend($"/{edition.Language}")
            .SelectMany(list => FeedFormat.All.Select(form => new SweptAddress($"{list}/feed.{form.Ending}", []) { MayLink = true }));

    public static IEnumerable<SweptAddress> OfSearch(WithdrawnStory story) => Naming($"/{story.Edition}/search?q={story.Code}");

    public static IEnumerable<SweptAddress> OfSitemaps(IEnumerable<int> files) =>
        Naming(["/sitemap-news.xml", .. files.Select(file => $"/sitemap-{file}.xml")]);

    /// <summary>Pages of stories that link to a withdrawn one: the link may stay, the words of its address may not.</summary>
    public static IEnumerable<SweptAddress> OfLinking(StoryCode code, int newest) =>
    [
        .. Enumerable.Range(1, newest).SelectMany(number => (string[])[$"/news/{code}.{number}", $"/news/{code}.{number}/print"])
            .Concat([$"/news/{code}/print", .. FeedFormat.All.Select(form => $"/news/{code}/feed.{form.Ending}")]).Select(target => new SweptAddress(target, []) { MayLink = true }),
    ];

    private static IEnumerable<SweptAddress> Gone(params IEnumerable<string> targets) => targets.Select(target => new SweptAddress(target, [410]));

    private static IEnumerable<SweptAddress> Naming(params IEnumerable<string> targets) => targets.Select(target => new SweptAddress(target, []));
}

/// <summary>An address to request.</summary>
/// <param name="Statuses">The right statuses; empty where the page may exist and only must not link to a withdrawn story.</param>
internal sealed record SweptAddress(string Target, IReadOnlyList<int> Statuses)
{
    /// <summary>Whether its text may link to a withdrawn story by the code.</summary>
    public bool MayLink { get; init; }
}
