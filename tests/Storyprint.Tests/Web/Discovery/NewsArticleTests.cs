using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Storyprint.Tests.Web.Discovery;

public sealed partial class NewsArticleTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    [Fact]
    public async Task A_story_without_a_byline_is_the_publications_own()
    {
        var article = Article(await stories.ReadStoryAsync(stories.Untouched));
        var author = Assert.Single(article.GetProperty("author").EnumerateArray());
        Assert.Equal(("NewsMediaOrganization", TestPublication.Settings.MainEdition.Name), (author.GetProperty("@type").GetString(), author.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task An_author_is_a_person_with_a_page()
    {
        var article = Article(await stories.ReadStoryAsync(stories.Publication.Library));
        var author = article.GetProperty("author").EnumerateArray().First();
        Assert.Equal("Person", author.GetProperty("@type").GetString());
        Assert.StartsWith($"{TestPublication.Origin}/en/byline/", author.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_publisher_has_a_logo_that_is_there()
    {
        var article = Article(await stories.ReadStoryAsync(stories.Untouched));
        var logo = article.GetProperty("publisher").GetProperty("logo");
        Assert.Equal("ImageObject", logo.GetProperty("@type").GetString());
        using var answer = await stories.Publication.Client.GetAsync(logo.GetProperty("url").GetString()![TestPublication.Origin.Length..], TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static JsonElement Article(string page) => JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement;

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
