using System.Text.RegularExpressions;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.EndToEnd.Demo;

/// <summary>One page of every kind there is, found by reading the pages and the database.</summary>
internal static partial class PageKinds
{
    public static async Task<IReadOnlyList<(string Kind, string Path)>> OfAsync(DemoSite site)
    {
        var pages = new List<(string, string)>();
        foreach (var edition in site.Installation.Publication.Editions)
        {
            var home = $"/{edition.Language}";
            var stories = (await site.StoriesAsync()).Where(story => story.Edition == edition.Language).ToList();
            void Add(string kind, string path) => pages.Add(($"{edition.Language} {kind}", path));

            Add("front", edition == site.Installation.Publication.MainEdition ? "/" : home + "/");
            Add("section", $"{home}/section/city");
            Add("second page", $"{home}/section/sport/2");
            var archive = await AddArchiveAsync(site, home, Add);
            foreach (var (kind, story) in Kinds(stories))
            {
                var path = Storyprint.Stories.Links.PublicAddress.NewsPath(story.Code, story.Slug);
                Add("story: " + kind, path);
            }

            var first = await site.Http.GetStringAsync(Storyprint.Stories.Links.PublicAddress.NewsPath(stories[0].Code, stories[0].Slug));
            Add("topic", Link(first, $"{home}/topic/[^\"]+"));
            Add("byline", Link(first, $"{home}/byline/[^\"]+"));
            Add("print page", $"/news/{stories[0].Code}/print");
            Add("print page with a table", $"/news/{stories.First(story => story.Content.Body.OfType<Table>().Any()).Code}/print");
            var revised = stories.First(story => story.Current.Value > 1);
            Add("older revision", $"/news/{revised.Code}.1");
            Add("print page of an older revision", $"/news/{revised.Code}.1/print");
            var most = stories.MaxBy(story => story.Current.Value)!;
            Add("history", $"/news/{most.Code}/history");
            Add("comparison", $"/news/{most.Code}/compare/1-{most.Current}");
            Add("scan, current", $"/{most.Code}.{most.Current}");
            Add("scan, changed since", $"/{most.Code}.1");
            Add("scan of a seal", SealPath(most));
            Add("scan of a seal that is not ours", $"/s/{revised.Code}.1/{SealPath(most).Split('/')[^1]}");
            Add("check a copy", $"{home}/check");
            Add("check a copy of a story", $"{home}/check?code={most.Code}.1");
            Add("a finding that was sent", $"{home}/check?code={most.Code}.1&found=3");
            Add("how to check us", $"{home}/how-to-check");
            foreach (var story in (await new StoryStore(site.Installation.Database).WithdrawnAsync()).Where(story => story.Edition == edition.Language).Take(1))
            {
                Add("withdrawn story", $"/news/{story.Code}");
            }

            foreach (var story in stories.Where(story => story.Status == StoryStatus.Retracted).Take(1))
            {
                Add("scan, retracted", $"/{story.Code}.1");
                Add("retracted story", Storyprint.Stories.Links.PublicAddress.NewsPath(story.Code, story.Slug));
                Add("print page of a retracted story", $"/news/{story.Code}/print");
            }

            Add("search, empty", $"{home}/search");
            Add("search with hits", $"{home}/search?q={Uri.EscapeDataString(edition.Language == "fa" ? "بندر" : "harbour")}");
            Add("search without hits", $"{home}/search?q=zzyzx&section=city&from=2026");
            Add("about", $"{home}/about");
            Add("policies", $"{home}/policies");
            Add("corrections", $"{home}/corrections");
            Add("not found", $"{home}/no/such/page");
            Assert.True(archive >= 3, "The archive has no year, month and day.");
        }

        var wrong = WithOneDigitWrong(DemoSite.Library.Digits);
        pages.Add(("typing error", $"/{wrong}"));
        pages.Add(("no such code", $"/{Storyprint.Stories.Codes.StoryCode.FromNumber(987_654)}"));
        return pages;
    }

    private static string SealPath(PublishedStory story) => Seal.TryRead(story.Seal, out var seal)
        ? $"/s/{story.Id}/{seal}"
        : throw new InvalidOperationException($"{story.Id} has no seal.");

    /// <summary>The code with its third digit off by one.</summary>
    public static string WithOneDigitWrong(string code) => code[..2] + (char)('0' + ((code[2] - '0' + 1) % 10)) + code[3..];

    private static async Task<int> AddArchiveAsync(DemoSite site, string home, Action<string, string> add)
    {
        var path = $"{home}/archive";
        add("archive", path);
        var depth = 0;
        foreach (var kind in new[] { "archive, year", "archive, month", "archive, day" })
        {
            path = Link(await site.Http.GetStringAsync(path), Regex.Escape(path) + "/[0-9]+");
            add(kind, path);
            depth++;
        }

        return depth;
    }

    private static IEnumerable<(string Kind, PublishedStory Story)> Kinds(IReadOnlyList<PublishedStory> stories)
    {
        (string Kind, Func<StoryContent, bool> Has)[] kinds =
        [
            ("opening picture and pull quote", content => content.FeaturedImage is not null && content.Body.OfType<PullQuote>().Any()),
            ("table", content => content.Body.OfType<Table>().Any()),
            ("list", content => content.Body.OfType<BulletList>().Any(list => !list.Ordered)),
            ("ordered list", content => content.Body.OfType<BulletList>().Any(list => list.Ordered)),
            ("quotation", content => content.Body.OfType<Quotation>().Any()),
            ("embed", content => content.Body.OfType<Embed>().Any()),
            ("fact box, gallery, sound, document and interview", content => content.Body.OfType<MediaFile>().Any() && content.Language == "en"),
            ("the same from right to left", content => content.Body.OfType<MediaFile>().Any() && content.Language == "fa"),
            ("picture in the text", content => content.Body.Skip(1).OfType<Picture>().Any()),
            ("corrected", content => content.Corrections.Count > 0),
            ("Greek or Arabic script", content => content.Body.Any(block => block.Texts.Any(text => ForeignScript().IsMatch(text))) && content.Language == "en"),
            ("hostile headline", Additions.IsHostile),
            ("no standfirst", content => content.Standfirst.Length == 0),
        ];
        return kinds.Select(kind => (kind.Kind, stories.FirstOrDefault(story => kind.Has(story.Content))))
            .Where(found => found.Item2 is not null)
            .DistinctBy(found => found.Item2!.Code)
            .Select(found => (found.Kind, found.Item2!));
    }

    private static string Link(string page, string pattern) => Regex.Match(page, $"href=\"({pattern})\"") is { Success: true } link
        ? System.Net.WebUtility.HtmlDecode(link.Groups[1].Value)
        : throw new InvalidOperationException($"The page has no link {pattern}.");

    [GeneratedRegex(@"\p{IsGreek}|\p{IsArabic}")]
    private static partial Regex ForeignScript();
}
