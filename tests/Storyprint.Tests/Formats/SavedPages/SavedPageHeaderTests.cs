using Storyprint.Formats.Html;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class SavedPageHeaderTests
{
    private readonly SavedPageMetadata facts = new(Trial.English, new ImportWarnings());

    [Theory]
    [InlineData("Headline|1 March 2024|Words", 1, "Headline|Words")]
    [InlineData("سرخط|۱۱ اسفند ۱۴۰۲|متن", 1, "سرخط|متن")]
    [InlineData("Headline|On 1 March 2024 the ferry sank", -1, "Headline|On 1 March 2024 the ferry sank")]
    [InlineData("a|b|c|d|e|f|g|h|i|j|1 March 2024", -1, "a|b|c|d|e|f|g|h|i|j")]
    [InlineData("", -1, "")]
    public void The_line_that_is_a_date_is_taken_from_the_top_or_the_end(string lines, int at, string left)
    {
        var body = Body(lines);
        Assert.Equal(at, SavedPageHeader.TakeDateLine(body, facts));
        Assert.Equal(left, Lines(body));
    }

    [Fact]
    public void A_date_with_a_zone_is_worth_more_than_one_without()
    {
        facts.TakeDate("2024-03-01T10:00:00Z");
        SavedPageHeader.TakeDateLine(Body("Headline|2 March 2024"), facts);
        Assert.True(facts.Date!.Value.SaysZone);
    }

    [Theory]
    [InlineData("The Ledger|The ferry sank|Words", "", "The ferry sank|Words")]
    [InlineData("دفتر|پل بسته شد|متن", "", "پل بسته شد|متن")]
    [InlineData("Harbour News|The ferry sank at noon|Words", "Harbour News", "The ferry sank at noon|Words")]
    [InlineData("Bad news for the old ferry company|The ferry|Words", "", "Bad news for the old ferry company|The ferry|Words")]
    [InlineData("The Ledger|Words", "", "The Ledger|Words")]
    public void The_publications_name_is_taken_off_the_top(string lines, string masthead, string left)
    {
        var (body, dateAt) = (Body(lines), -1);
        Assert.Equal(masthead, SavedPageHeader.TakeMasthead(body, Trial.Options.Publication, ref dateAt));
        Assert.Equal(left, Lines(body));
    }

    [Theory]
    [InlineData("Ferry|Words", "", -1, "Ferry", "", "Words")]
    [InlineData("Ferry|Late again|Words", "", 2, "Ferry", "Late again", "Words")]
    [InlineData("12|橋が閉鎖|Words", "", -1, "橋が閉鎖", "", "12|Words")]
    [InlineData("FERRY|Words", "Ferry", -1, "Ferry", "", "Words")]
    [InlineData("12|--", "", -1, "", "", "12|--")]
    public void Headline_and_standfirst_are_taken(string lines, string marked, int dateAt, string headline, string standfirst, string left)
    {
        var body = Body(lines);
        Assert.Equal((headline, standfirst), SavedPageHeader.TakeHeadline(body, marked, dateAt));
        Assert.Equal(left, Lines(body));
    }

    [Fact]
    public void A_text_that_begins_at_once_loses_nothing_to_the_headline()
    {
        var body = Body(new string('x', 600));
        Assert.EndsWith("…", SavedPageHeader.TakeHeadline(body, string.Empty, -1).Headline, StringComparison.Ordinal);
        Assert.Equal(600, Lines(body).Length);
    }

    [Fact]
    public void An_agency_leaves_the_lead_only_where_it_becomes_the_byline()
    {
        var (alone, signed) = (Body("PARIS (AFP) - It sank."), Body("PARIS (AFP) - It sank."));
        List<string> none = [], ines = ["Ines"];
        Assert.Equal("PARIS", SavedPageHeader.TakeLead(alone, none));
        Assert.Equal("PARIS", SavedPageHeader.TakeLead(signed, ines));
        Assert.Equal(("It sank.", "AFP"), (Lines(alone), Assert.Single(none)));
        Assert.Equal(("(AFP) - It sank.", "Ines"), (Lines(signed), Assert.Single(ines)));
    }

    private static List<Block> Body(string lines) => [.. lines.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(line => new Paragraph(RichText.From(line)))];

    private static string Lines(IEnumerable<Block> body) => string.Join('|', body.Select(LabelledLines.Line));
}
