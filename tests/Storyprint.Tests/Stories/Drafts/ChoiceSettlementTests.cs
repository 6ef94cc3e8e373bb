using CsCheck;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

public sealed class ChoiceSettlementTests
{
    private static readonly StoryDraft Before = Paragraphs("It opens in May.", "End.");
    private static readonly StoryDraft Open = Merged(Before, Before.Text("b1", "It opens in June."), Before.Text("b1", "It opens in July."));

    [Fact]
    public void A_choice_is_settled_by_taking_an_option_or_by_other_words()
    {
        Assert.Equal("It opens in June. ¶ End.", ChoiceSettlement.Take(Open, Id("b1"), "text", 0, 1).Shown());
        Assert.Equal("It opens in August. ¶ End.", ChoiceSettlement.Put(Open, Id("b1"), "text", 0, [new TextRun("August")]).Shown());
        Assert.False(ChoiceSettlement.Take(Open, Id("b1"), "text", 0, 0).HasChoices);
    }

    [Fact]
    public void A_choice_stays_while_another_edits_and_is_settled_where_one_settled_it()
    {
        var edited = Open.Text("b2", "The end.");
        Assert.Equal("It opens in [July|June]. ¶ The end.", Merged(Open, Open, edited).Shown());
        Assert.Equal("It opens in June. ¶ The end.", Merged(Open, ChoiceSettlement.Take(Open, Id("b1"), "text", 0, 1), edited).Shown());
    }

    [Fact]
    public void Two_who_settle_it_differently_have_a_choice_between_what_they_chose() => Assert.Equal(
        "It opens in [August|June]. ¶ End.",
        Merged(Open, ChoiceSettlement.Take(Open, Id("b1"), "text", 0, 1), ChoiceSettlement.Put(Open, Id("b1"), "text", 0, [new TextRun("August")])).Shown());

    [Fact]
    public void A_removal_is_settled_by_keeping_the_block_or_removing_it()
    {
        var open = Merged(Before, Before.Without("b1"), Before.Text("b1", "It opens in June."));
        Assert.Equal("{It opens in June.} ¶ End.", open.Shown());
        Assert.Equal(Ines, open.Find("b1").Removal);
        Assert.Equal("It opens in June. ¶ End.", Merged(open, ChoiceSettlement.Keep(open, Id("b1")), open.Text("b2", "End.")).Shown());
        Assert.Equal("The end.", Merged(open, ChoiceSettlement.Remove(open, Id("b1")), open.Text("b2", "The end.")).Shown());
    }

    [Fact]
    public void Values_that_two_changed_differently_are_a_choice_and_kinds_too()
    {
        var heading = Before.With("b1", block => block with { Kind = BlockKind.Heading });
        var open = Merged(Before, heading, Before.With("b1", block => block with { Kind = BlockKind.PullQuote }));
        var choice = Assert.Single(open.Find("b1").Choices);
        Assert.Equal(("kind", "heading", "pullquote"), (choice.Name, choice.Options[0].Value, choice.Options[1].Value));
        var settled = ChoiceSettlement.Set(open, Id("b1"), ValueChoice.Kind, "pullquote");
        Assert.Equal(BlockKind.PullQuote, settled.Find("b1").Kind);
        Assert.False(settled.HasChoices);
    }

    [Fact]
    public void Every_choice_of_a_merge_can_be_settled_and_the_draft_is_sound_then() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var draft = Merged(before, ours, theirs);
        while (draft.HasChoices)
        {
            var block = draft.All.First(block => block.Removal is not null || block.Choices.Count > 0 || block.Texts.Pairs.Any(text => text.Value.Choices.Any()));
            draft = block.Removal is not null ? ChoiceSettlement.Keep(draft, block.Id)
                : block.Choices.Count > 0 ? ChoiceSettlement.Set(draft, block.Id, block.Choices[0].Name, block.Choices[0].Options[^1].Value)
                : ChoiceSettlement.Take(draft, block.Id, block.Texts.Pairs.First(text => text.Value.Choices.Any()).Key, 0, 1);
        }

        Assert.Null(DraftRules.Problem(draft));
        Assert.NotNull(DraftContent.Of(draft));
    }, iter: 1_000);
}
