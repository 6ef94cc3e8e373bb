using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Storage.Search;

public sealed class SearchRankingTests
{
    [Theory]
    [InlineData("harbour", "headline standfirst byline body")]
    [InlineData("\"harbour master\"", "headline standfirst byline body")]
    [InlineData("nothing", "body byline standfirst headline")]
    public void Where_the_words_stand_decides_and_then_the_newer(string words, string expected)
    {
        SearchQuery query = new() { Edition = "en", Phrases = SearchQuery.ParsePhrases(words), ByRelevance = true };
        IReadOnlyList<StorySummary> stories =
        [
            Story(1, "headline", "The Harbour Master speaks", "A day", ""),
            Story(2, "standfirst", "A day", "The harbour master speaks", ""),
            Story(3, "byline", "A day", "Of rain", "Harbour Master"),
            Story(4, "body", "A day", "Of master and sun", ""),
        ];
        Assert.Equal(expected.Split(' '), SearchRanking.BestFirst(stories, query).Select(story => story.Section));
    }

    [Fact]
    public void Words_apart_are_no_phrase()
    {
        SearchQuery query = new() { Edition = "en", Phrases = SearchQuery.ParsePhrases("\"harbour master\""), ByRelevance = true };
        var best = SearchRanking.BestFirst([Story(1, "phrase", "The harbour master", "", ""), Story(2, "apart", "The harbour, a master", "", "")], query);
        Assert.Equal("phrase", best.First().Section);
    }

    private static StorySummary Story(long key, string name, string headline, string standfirst, string byline) => new()
    {
        Code = StoryCode.FromDigits("112554"),
        Edition = "en",
        Slug = Slug.From(name),
        Section = name,
        Kicker = "",
        Headline = headline,
        Standfirst = standfirst,
        Bylines = byline.Length == 0 ? [] : [byline],
        Status = StoryStatus.Published,
        Revision = new RevisionNumber(1),
        ReleaseKind = ReleaseKind.Publish,
        PublishedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = null,
        Picture = null,
        IsCorrected = false,
        SortKey = key,
    };
}
