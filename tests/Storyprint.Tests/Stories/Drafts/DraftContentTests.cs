using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

public sealed class DraftContentTests
{
    [Fact]
    public void A_story_comes_back_from_a_draft_as_it_went_in() => GeneratedContent.Stories.Sample(content =>
    {
        var draft = Drafted.From(content);
        Assert.Null(DraftRules.Problem(draft));
        var back = DraftContent.Of(draft)!;
        Assert.Equal(StoryJson.Write(Joined(content)), StoryJson.Write(back));
        Assert.Equal(CanonicalText.Create(RevisionText.New(content)), CanonicalText.Create(RevisionText.New(back)));
    }, iter: 3_000);

    [Fact]
    public void A_draft_comes_back_from_its_content_and_from_canonical_text() => GeneratedContent.Stories.Sample(content =>
    {
        var draft = Drafted.From(content);
        var ids = new Queue<BlockId>(draft.All.Skip(1).Select(block => block.Id));
        Assert.Equal(draft, DraftFromContent.Of(DraftContent.Of(draft)!, ids.Dequeue));

        var text = CanonicalText.Create(RevisionText.New(DraftContent.Of(draft)!));
        Assert.True(CanonicalText.TryRead(text, DateTimeOffset.UnixEpoch, out var read));
        Assert.Equal(text, CanonicalText.Create(RevisionText.New(DraftContent.Of(Drafted.From(read.Content))!)));
    }, iter: 3_000);

    // A new kind of block fails here until it has a place in a draft.
    [Fact]
    public void Every_kind_of_block_has_a_place_in_a_draft()
    {
        var kinds = typeof(Block).Assembly.GetTypes().Where(type => type.BaseType == typeof(Block)).ToHashSet();
        var generated = GeneratedContent.Kinds.Select(kind => kind.Single().GetType()).ToHashSet();
        Assert.Equal(kinds.Select(kind => kind.Name).Order(), generated.Select(kind => kind.Name).Order());
    }

    [Fact]
    public void Every_property_of_a_story_is_in_its_draft()
    {
        var full = DraftContentExamples.Full;
        foreach (var property in typeof(StoryContent).GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(full);
            Assert.False(value is null or "" or System.Collections.ICollection { Count: 0 }, $"The example has no {property.Name}.");
        }

        Assert.Equal(StoryJson.Write(full), StoryJson.Write(DraftContent.Of(Drafted.From(full))!));
    }

    [Fact]
    public void Where_something_is_to_be_chosen_there_is_no_content_but_a_preview()
    {
        var by = new EditStamp("Ines", DateTimeOffset.UnixEpoch);
        var choice = new ChoiceRun([new TextOption([new TextRun("June")], by), new TextOption([new TextRun("July")], by)]);
        var draft = Drafted.From(new StoryContent { Language = "en", Headline = "H", Body = [new Paragraph(RichText.From("x"))] });
        var root = draft.Root with { Blocks = [draft.Root.Blocks[0] with { Texts = NamedValues.Of(BlockShape.MainText, DraftText.From([new WordsRun(new TextRun("It opens in ")), choice])) }] };
        Assert.Null(DraftContent.Of(new StoryDraft(root)));
        Assert.Equal("It opens in June", DraftContent.Preview(new StoryDraft(root)).Body.OfType<Paragraph>().Single().Text.Plain);
    }

    // Runs with the same marks are one: the words and marks are the same.
    private static StoryContent Joined(StoryContent content) => StoryFields.Map(content, (_, text) => DraftText.From(text).ToRichText());
}
