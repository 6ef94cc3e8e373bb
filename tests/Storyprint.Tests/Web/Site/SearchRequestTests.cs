using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Storyprint.Stories.Codes;
using Storyprint.Web.Localization;
using Storyprint.Web.Site;

namespace Storyprint.Tests.Web.Site;

public sealed class SearchRequestTests
{
    [Fact]
    public void What_a_reader_typed_is_trimmed_and_cut_to_sane_lengths()
    {
        var request = Read(("q", $"  {new string('x', 500)} "), ("section", "city"), ("page", "3"), ("order", "best"));
        Assert.Equal(200, request.Words.Length);
        Assert.Equal(("city", 3, true), (request.Section, request.Number, request.ByRelevance));
        Assert.False(request.IsEmpty);
        Assert.True(Read().IsEmpty);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-4", 1)]
    [InlineData("many", 1)]
    [InlineData("7", 7)]
    [InlineData("99999", 100)]
    public void A_page_number_is_one_of_the_first_hundred(string page, int number) => Assert.Equal(number, Read(("page", page)).Number);

    [Fact]
    public void Dates_are_read_in_the_editions_calendar_and_in_any_digits()
    {
        var persian = TestPublication.Settings.Edition("fa")!;
        var query = Read(("q", "پل"), ("from", "۱۴۰۳/۰۱/۰۱"), ("to", "1403-1-1")).Query(persian);
        Assert.Equal(TimeSpan.FromDays(1), query.Until - query.From);
        Assert.Equal(new DateTimeOffset(2024, 3, 20, 0, 0, 0, persian.Zone.GetUtcOffset(query.From!.Value)), query.From);
        Assert.Null(Read(("from", "1403-13-1")).Query(persian).From);
        Assert.Null(Read(("from", "yesterday")).Query(persian).From);
    }

    [Fact]
    public void A_story_code_among_the_words_is_seen_as_one() => Assert.IsNotType<StoryCodeParseResult.NotACode>(Read(("q", "1125540")).Code);

    [Theory]
    [InlineData("en", true)]
    [InlineData("pt-BR", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("news", false)]
    [InlineData("e", false)]
    [InlineData("en\n", false)]
    [InlineData("..", false)]
    public void EditionRouteConstraint_takes_language_tags_alone(string text, bool isTag) => Assert.Equal(
        isTag, new EditionRouteConstraint().Match(null, null, "edition", new RouteValueDictionary { ["edition"] = text }, RouteDirection.IncomingRequest));

    [Theory]
    [InlineData("fa", "فارسی")]
    [InlineData("pt-BR", "português")]
    [InlineData("de", "Deutsch")]
    public void LanguageDisplayName_is_how_its_own_readers_call_it(string language, string name) => Assert.Equal(name, LanguageDisplayName.For(language));

    private static SearchRequest Read(params (string Name, string Value)[] fields) =>
        SearchRequest.Read(new QueryCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))));
}
