using Storyprint.Storage.Imports;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Search;

public class SearchIndexTests
{
    public sealed class OnPostgres : SearchIndexTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("harbour", "newest middle oldest")]
    [InlineData("HARBOUR boats", "middle")]
    [InlineData("\"harbour master\"", "oldest")]
    [InlineData("\"master harbour\"", "")]
    [InlineData("\"ferry sails the\"", "")]
    [InlineData("Ines", "oldest newest")]
    [InlineData("کتاب ها", "persian")]
    [InlineData("\"کتاب‌ها\"", "persian")]
    [InlineData("東京", "newest")]
    [InlineData("' \\ & | ! : * (", "")]
    [InlineData("it's", "middle")]
    [InlineData("2,500", "middle")]
    [InlineData("zeppelin", "")]
    public async Task Words_and_phrases_are_found_newest_first(string words, string expected)
    {
        using var desk = await FilledAsync();
        var edition = expected == "persian" ? "fa" : "en";
        var found = await FindAsync(desk, words, edition: edition);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderBy(name => name is "newest" ? 0 : name is "middle" ? 1 : 2), found);
    }

    [Fact]
    public async Task By_relevance_a_word_of_the_headline_comes_before_one_of_the_text()
    {
        using var desk = await FilledAsync();
        Assert.Equal("oldest", (await FindAsync(desk, "master", byRelevance: true))[0]);
        Assert.Equal(3, (await FindAsync(desk, "harbour", byRelevance: true)).Count);
    }

    [Fact]
    public async Task Section_author_and_time_narrow_it()
    {
        using var desk = await FilledAsync();
        Assert.Equal(["newest"], await FindAsync(desk, "harbour", with: query => query with { From = At.AddDays(1.5) }));
        Assert.Equal(["middle", "oldest"], await FindAsync(desk, "harbour", with: query => query with { Until = At.AddDays(1.5) }));
        Assert.Equal(["newest", "oldest"], await FindAsync(desk, "harbour", with: query => query with { Author = "ines-calloway" }));
        Assert.Equal(["middle"], await FindAsync(desk, "harbour", with: query => query with { Sections = ["sea"] }));
        Assert.Equal(["middle"], await FindAsync(desk, "", with: query => query with { Sections = ["sea"] }));
        Assert.Equal(["middle", "oldest"], await FindAsync(desk, "harbour", skip: 1));
    }

    [Fact]
    public async Task A_story_longer_than_any_is_kept_whole_and_its_phrases_are_found()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var middle = string.Join(' ', Enumerable.Range(0, 15_000).Select(number => $"the w{number}"));
        var end = string.Join(' ', Enumerable.Range(0, 60_000).Select(number => $"{number:x8}verylongwordofnolanguage{number:x8}"));
        await StoreAsync(desk, Story("long", "A long story", $"Its beginning. {middle} then the quiet harbour at last. {new string('x', 40_000)} {end} its very end", 0));
        Assert.Equal(["long"], await FindAsync(desk, "\"the quiet harbour\""));
        Assert.Equal(["long"], await FindAsync(desk, "\"the w14000 the\""));
        Assert.Empty(await FindAsync(desk, "\"harbour quiet the\""));
        Assert.Equal(["long"], await FindAsync(desk, "long harbour", byRelevance: true));
    }

    [Fact]
    public async Task A_common_word_is_found_over_many_stories_and_pages()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await StoreAsync(desk, [.. Enumerable.Range(0, 2_500).Select(number => Story(
            $"s{number}", $"Story {number}", number % 2 == 0 ? "The harbour." : number % 500 == 1 ? "The zeppelin." : "The ferry.", number))]);
        Assert.Equal(["Story 2498", "Story 2496"], (await SummariesAsync(desk, "harbour", 0, 2)).Select(card => card.Headline));
        Assert.Equal(["Story 498", "Story 496"], (await SummariesAsync(desk, "harbour", 1000, 2)).Select(card => card.Headline));
        Assert.Equal(["Story 2001", "Story 1501", "Story 1001", "Story 501", "Story 1"], (await SummariesAsync(desk, "zeppelin", 0, 10)).Select(card => card.Headline));
        Assert.Equal(["Story 1"], (await SummariesAsync(desk, "zeppelin", 4, 10)).Select(card => card.Headline));
    }

    private static DateTimeOffset At { get; } = new(2024, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private static async Task<ReleaseFixture> FilledAsync()
    {
        var desk = await ReleaseFixture.OpenAsync();
        await StoreAsync(
            desk,
            Story("oldest", "The harbour master", "The ferry sails", 0, "Ines Calloway"),
            Story("middle", "Boats", "The harbour and it's 2,500 boats; the master was away.", 24) with { Content = Story("middle", "Boats", "The harbour and it's 2,500 boats; the master was away.", 24).Content with { Section = "sea" } },
            Story("newest", "東京の新聞", "A harbour.", 48, "Ines Calloway"),
            Story("persian", "کتاب‌ها باز شد", "مردم زود آمدند.", 50) with { Content = Story("persian", "کتاب‌ها باز شد", "مردم زود آمدند.", 50).Content with { Language = "fa" } });
        return desk;
    }

    private static StoryToStore Story(string source, string headline, string text, int hours, params string[] bylines)
    {
        var story = TestPublication.Story(source, headline, text, At.AddHours(hours));
        return story with { Content = story.Content with { Kicker = source.StartsWith('s') ? "" : source, Bylines = bylines, Body = [new Paragraph(RichText.From(text))] } };
    }

    private static async Task StoreAsync(ReleaseFixture desk, params IReadOnlyList<StoryToStore> stories) =>
        await new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(TestActor.Importer, stories, 1, Cancellation);

    private static async Task<IReadOnlyList<string>> FindAsync(
        ReleaseFixture desk, string words, string edition = "en", bool byRelevance = false, int skip = 0, Func<SearchQuery, SearchQuery>? with = null)
    {
        var query = new SearchQuery { Edition = edition, Phrases = SearchQuery.ParsePhrases(words), ByRelevance = byRelevance };
        if (!query.HasWords && with is null)
        {
            return [];
        }

        var cards = await new SearchIndex(desk.Database).FindAsync(with?.Invoke(query) ?? query, skip, 10, Cancellation);
        return [.. cards.Stories.Select(card => card.Kicker)];
    }

    private static async Task<IReadOnlyList<StorySummary>> SummariesAsync(ReleaseFixture desk, string words, int skip, int take) => (await new SearchIndex(desk.Database)
        .FindAsync(new SearchQuery { Edition = "en", Phrases = SearchQuery.ParsePhrases(words) }, skip, take, Cancellation)).Stories;
}
