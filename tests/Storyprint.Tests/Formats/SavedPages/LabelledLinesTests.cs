using Storyprint.Formats.Html;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class LabelledLinesTests
{
    private readonly SavedPageMetadata facts = new(Trial.English, new ImportWarnings());

    [Fact]
    public void Labels_and_furniture_go_and_the_story_stays() =>
        Assert.Equal(["Headline", "Words of the story."], Left("Print", "Headline", "Section: World", "Words of the story.", "Share this"));

    [Fact]
    public void The_value_of_a_label_may_stand_on_the_next_line()
    {
        Assert.Equal(["Words."], Left("News Link:", "https://ledger.example/ferry", "Date:", "1 March 2024", "Words."));
        Assert.Equal("https://ledger.example/ferry", facts.Link);
        Assert.NotNull(facts.Date);
    }

    [Fact]
    public void A_next_line_that_is_no_value_stays_in_the_story()
    {
        Assert.Equal(["Words of the story."], Left("News Link:", "Words of the story."));
        Assert.True(facts.HadEmptyLink);
    }

    [Fact]
    public void A_name_is_never_taken_from_the_next_line()
    {
        Assert.Equal(["قایق غرق شد"], Left("نویسنده:", "قایق غرق شد"));
        Assert.Empty(facts.Author);
    }

    [Fact]
    public void An_address_on_the_next_line_may_have_become_an_embed()
    {
        LabelledLines.WithoutLabels([new Paragraph(RichText.From("لینک خبر:")), new Embed("https://ledger.example/خبر", null)], facts, keepsWords: true);
        Assert.StartsWith("https://ledger.example/", facts.Link, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_block_that_may_be_one_line_is_one()
    {
        Assert.Equal("a", LabelledLines.Line(new BulletList(false, [new ListItem(0, RichText.From("a"))])));
        Assert.Empty(LabelledLines.Line(new BulletList(false, [new ListItem(0, RichText.From("a")), new ListItem(0, RichText.From("b"))])));
        Assert.Empty(LabelledLines.Line(new Quotation([RichText.From("Date: today")], null)));
    }

    private IEnumerable<string> Left(params string[] lines) =>
        LabelledLines.WithoutLabels([.. lines.Select(line => new Paragraph(RichText.From(line)))], facts, keepsWords: true).Select(LabelledLines.Line);
}
