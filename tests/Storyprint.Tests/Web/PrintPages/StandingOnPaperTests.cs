using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.PrintPages;

public class StandingOnPaperTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : StandingOnPaperTests(stories), IOnPostgres;

    [Fact]
    public async Task A_corrected_story_is_printed_with_its_note()
    {
        var html = await stories.ReadAsync($"/news/{stories.Corrected}/print");
        Assert.Contains("The lift carries sixteen people, not twelve.", html, StringComparison.Ordinal);
        Assert.Contains("<br>Corrected <time", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected · ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_revision_says_on_every_page_how_the_story_stands_now()
    {
        var html = await stories.ReadAsync($"/news/{stories.Corrected}.2/print");
        Assert.Contains("Corrected · Revision 2 \\3c  5 · ", html, StringComparison.Ordinal);
        Assert.Contains("The lift carries sixteen people, not twelve.", html, StringComparison.Ordinal);
        Assert.Contains("The first riders have come.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".1")]
    public async Task A_retracted_story_says_so_on_every_page_with_its_reason_on_the_first(string revision)
    {
        var html = await stories.ReadAsync($"/news/{stories.Retracted}{revision}/print");
        Assert.Contains("\"Retracted · ", html, StringComparison.Ordinal);
        Assert.InRange(html.IndexOf(StoriesInStates.Reason, StringComparison.Ordinal), 0, html.IndexOf("<h1>", StringComparison.Ordinal));
    }
}
