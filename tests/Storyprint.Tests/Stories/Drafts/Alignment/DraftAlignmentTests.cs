using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Alignment;

namespace Storyprint.Tests.Stories.Drafts.Alignment;

public sealed class DraftAlignmentTests
{
    [Fact]
    public void The_draft_of_its_own_content_is_the_draft() => GeneratedContent.Stories.Sample(content =>
    {
        var draft = Drafted.From(content);
        Assert.Same(draft, DraftAlignment.Of(draft, DraftContent.Preview(draft), BlockId.New));
    }, iter: 500);

    [Fact]
    public void Whatever_content_comes_the_draft_has_it_and_is_sound() => Gen.Select(GeneratedContent.Stories, GeneratedContent.Stories).Sample((known, content) =>
    {
        var draft = DraftAlignment.Of(Drafted.From(known), content, BlockId.New);
        Assert.Null(DraftRules.Problem(draft));
        Assert.Equal(StoryJson.Write(DraftContent.Preview(Drafted.From(content))), StoryJson.Write(DraftContent.Preview(draft)));
    }, iter: 500);

    [Fact]
    public void Blocks_that_stay_or_change_a_little_keep_their_identities()
    {
        var known = Drafted.Paragraphs("The bridge opens in May.", "The ferry goes on until then.", "Tickets stay as they are.");
        var count = 0;
        var draft = DraftAlignment.Of(known, Drafted.Story(
            new Paragraph(RichText.From("A word before it.")), new Paragraph(RichText.From("The bridge opens in June.")), new Paragraph(RichText.From("Tickets stay as they are."))), () => Drafted.Id($"new{++count}"));
        Assert.Equal(["new1", "b1", "b3"], draft.Root.Blocks.Select(block => block.Id.Value));
    }

    [Fact]
    public void Cells_stay_under_the_columns_that_they_had()
    {
        Table table = new([RichText.From("Day"), RichText.From("Ferry")], [[RichText.From("Monday"), RichText.From("9:00")], [RichText.From("Tuesday"), RichText.From("10:00")]], null);
        var known = Drafted.From(Drafted.Story(table));
        var now = DraftAlignment.Of(known, Drafted.Story(table with { Rows = [table.Rows[0], [RichText.From("Tuesday"), RichText.From("11:00")]] }), BlockId.New);
        Assert.Equal(known.All.Select(block => block.Id), now.All.Select(block => block.Id));
        Assert.Equal(["10:00", "11:00"], new[] { known, now }.Select(draft => draft.All.Last().Texts[known.Root.Blocks[0].Blocks[1].Id.Value]!.Plain));
    }

    [Fact]
    public void Choices_and_fences_stay_where_the_content_around_them_changes()
    {
        var choice = DraftText.From([new WordsRun(new TextRun("It opens in ")), new ChoiceRun([new TextOption([new TextRun("June")], Drafted.Ines), new TextOption([new TextRun("July")], Drafted.Jens)])]);
        var known = Drafted.Paragraphs("It opens in May", "The ferry goes on.").With("b1", block => block with { Texts = block.Texts.With(BlockShape.MainText, choice) })
            .InsertedAfter("b1", Drafted.New("f1", BlockKind.Fence, "Ask the engineer again."));
        var content = DraftContent.Preview(known);
        var draft = DraftAlignment.Of(known, content with { Body = [content.Body[0], new Paragraph(RichText.From("The ferry goes on until winter."))] }, BlockId.New);
        Assert.Equal("It opens in [June|July] ¶ Ask the engineer again. ¶ The ferry goes on until winter.", draft.Shown());
        Assert.Equal(["b1", "f1", "b2"], draft.Root.Blocks.Select(block => block.Id.Value));
    }

    [Fact]
    public void A_fence_is_in_no_content_even_while_somebody_makes_it_a_paragraph()
    {
        var fence = Drafted.New("f1", BlockKind.Fence, "Ask the engineer again.");
        var draft = Drafted.Paragraphs("The bridge opens.").InsertedAfter("b1", fence);
        Assert.Single(DraftContent.Preview(draft).Body);
        var open = draft.With("f1", block => block with
        {
            Kind = BlockKind.Paragraph,
            Choices = [new ValueChoice(ValueChoice.Kind, [new ValueOption("fence", Drafted.Ines), new ValueOption("heading", Drafted.Jens)])],
        });
        Assert.Single(DraftContent.Preview(open).Body);
    }
}
