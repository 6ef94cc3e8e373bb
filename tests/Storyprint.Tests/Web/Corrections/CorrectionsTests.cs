using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Corrections;

public class CorrectionsTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : CorrectionsTests(stories), IOnPostgres;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_note_of_the_edition_is_listed_the_newest_first()
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await stories.ReadAsync("/en/corrections"), Cancellation);
        var notes = page.QuerySelectorAll(".notes > li").ToList();
        Assert.Equal(
            [("Retraction", StoriesInStates.Reason), ("Correction", "Fifty, not forty."), ("Correction", "The lift carries sixteen people, not twelve.")],
            notes.Select(note => (note.QuerySelector(".status")!.TextContent, note.QuerySelector(".told")!.TextContent)));
        Assert.NotNull(notes[1].QuerySelector($"a[href='/news/{stories.Retracted}/compare/1-2']"));
        Assert.EndsWith("#correction-1", notes[1].QuerySelector("h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("گنجایش آسانسور شانزده نفر است.", await stories.ReadAsync("/fa/corrections"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_keeps_its_identity_in_the_feed_when_others_come_and_when_it_is_reworded()
    {
        var first = await EntryAsync("correction-1");
        Assert.Equal("Correction: Survey of benches", first.Element(Atom + "title")!.Value);
        var reworded = await EntryAsync("correction-1", stories.Corrected.Digits);
        Assert.True(Moment(reworded, "published") < Moment(reworded, "updated"));
        Assert.Equal("Retraction: Survey of benches", (await EntryAsync("correction-2")).Element(Atom + "title")!.Value);

        async Task<XElement> EntryAsync(string note, string? code = null)
        {
            var feed = XDocument.Parse(await stories.ReadAsync("/en/corrections/feed.atom")).Root!;
            return feed.Elements(Atom + "entry").Single(entry => entry.Element(Atom + "id")!.Value == $"{TestPublication.Origin}/{code ?? stories.Retracted.Digits}#{note}");
        }

        static DateTimeOffset Moment(XElement entry, string name) => DateTimeOffset.Parse(entry.Element(Atom + name)!.Value, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("atom", "application/atom+xml")]
    [InlineData("rss", "application/rss+xml")]
    [InlineData("json", "application/feed+json")]
    public async Task The_feed_is_there_in_every_form_and_named_on_the_page(string ending, string type)
    {
        using var answer = await stories.Publication.Client.GetAsync($"/fa/corrections/feed.{ending}", Cancellation);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"/fa/corrections/feed.{ending}", await stories.ReadAsync("/fa/corrections"), StringComparison.Ordinal);
    }
}
