using System.Net;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Site;

/// <summary>A number in the search field is a word like any other; where it may be a story code, the code is offered beside it.</summary>
public class SearchNumbersTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : SearchNumbersTests(stories), IOnPostgres;

    [Theory]
    [InlineData("48217 crates stood on the quay", "48217", "class=\"notice\"")]
    [InlineData("The harbour office answers at 0555 01 99 at night", "0555 01 99", "")]
    [InlineData("The old bridge was measured on 1931-04-17 at low water", "1931-04-17", "")]
    [InlineData("A lighthouse log of 1234567890123456 lines", "1234567890123456", "")]
    public async Task Stories_with_a_number_of_many_digits_are_found(string headline, string typed, string notice)
    {
        await PublishAsync(headline);
        var page = await GetAsync($"/en/search?q={Uri.EscapeDataString(typed)}", HttpStatusCode.OK);
        Assert.Contains("class=\"hits\"", page, StringComparison.Ordinal);
        Assert.Contains(Slug.From(headline).Text, page, StringComparison.Ordinal);
        Assert.Contains(notice, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_leads_to_its_story_and_is_offered_beside_the_stories_that_hold_the_number()
    {
        var code = stories.Untouched;
        await GetAsync($"/en/search?q={code}", HttpStatusCode.Found);
        await PublishAsync($"Reader number {code} has come");
        var page = await GetAsync($"/en/search?q={code}", HttpStatusCode.OK);
        Assert.Contains($"/news/{code}/owl-counted", page, StringComparison.Ordinal);
        Assert.Contains($"reader-number-{code}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_nothing_has_is_answered_by_the_search_page()
    {
        var page = await GetAsync("/en/search?q=99887766", HttpStatusCode.OK);
        Assert.Contains("No story holds all of these words", page, StringComparison.Ordinal);
    }

    private Task PublishAsync(string headline) => stories.PublishAsync(StoriesInStates.English(headline, "Counted by hand."));

    private async Task<string> GetAsync(string path, HttpStatusCode expected)
    {
        using var answer = await stories.Publication.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
