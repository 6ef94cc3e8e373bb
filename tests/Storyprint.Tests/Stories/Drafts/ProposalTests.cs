using CsCheck;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Proposals;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>
/// A <see cref="ProposalChange"/> is made of each <see cref="ProposalPart"/> that <see cref="ProposalParts"/> finds and bundles; <see cref="PartialDraft"/> takes some.
/// </summary>
public sealed class ProposalTests
{
    private static readonly StoryDraft Draft = Paragraphs("The mayor said the bridge will open in May after repairs.", "End.");

    [Fact]
    public void Taking_all_gives_what_was_proposed_and_refusing_all_gives_the_draft() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, _) = HostilePairs.Edited(pair.Script, pair.Ours, []);
        var proposal = Proposal.Of(before).Edit(ours, Ines);
        var keys = proposal.Changes.Select(change => change.Key).ToList();
        Assert.Equal(keys.Distinct().Count(), keys.Count);
        Assert.Equal(ours, proposal.Accept(keys).Base);
        Assert.Equal(before, proposal.Reject(keys).Text);
        Assert.Equal(before, proposal.Accept([]).Base);
        Assert.Equal(ours, proposal.Reject([]).Text);
        Assert.Empty(proposal.Accept(keys).Changes);
    }, iter: 1_000);

    [Fact]
    public void Changes_taken_one_by_one_in_any_order_give_what_was_proposed_and_each_state_is_sound() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, _) = HostilePairs.Edited(pair.Script, pair.Ours, []);
        var (proposal, random) = (Proposal.Of(before).Edit(ours, Ines), new Random(pair.Theirs.Length));
        for (var steps = 0; proposal.Changes is { Count: > 0 } changes; steps++)
        {
            Assert.True(steps < 200, "Taking changes does not come to an end.");
            proposal = proposal.Accept([changes[random.Next(changes.Count)].Key]);
            Assert.Null(DraftRules.Problem(proposal.Base));
        }

        Assert.Equal(ours, proposal.Base);
    }, iter: 500);

    [Fact]
    public void A_word_taken_and_a_word_refused()
    {
        var proposal = Proposal.Of(Draft).Edit(Draft.Text("b1", "The new mayor said the bridge will open in June after repairs."), Ines);
        Assert.Equal([("", "new "), ("May", "June")], proposal.Changes.Select(change => (change.Removed, change.Added)));
        var taken = proposal.Accept([proposal.Changes[1].Key]);
        Assert.Equal("The mayor said the bridge will open in June after repairs. ¶ End.", taken.Base.Shown());
        Assert.Equal("new ", Assert.Single(taken.Changes).Added);
        Assert.Equal("The mayor said the bridge will open in June after repairs. ¶ End.", taken.Reject([taken.Changes[0].Key]).Text.Shown());
    }

    [Fact]
    public void A_split_is_one_change_with_the_words_it_took()
    {
        var proposal = Proposal.Of(Draft).Edit(Draft.Text("b1", "The mayor said").InsertedAfter("b1", New("x", BlockKind.Paragraph, "the bridge will open in May after repairs.", "b1")), Ines);
        var change = Assert.Single(proposal.Changes);
        Assert.Equal((ProposalChangeKind.AddedBlock, "x"), (change.Kind, change.Block.Value));
    }

    [Fact]
    public void Changes_are_taken_by_author()
    {
        var first = Proposal.Of(Draft).Edit(Draft.Text("b1", "The new mayor said the bridge will open in May after repairs."), Ines);
        var both = first.Edit(first.Text.Text("b2", "The end."), Jens);
        Assert.Equal(["Ines", "Jens"], both.Changes.Select(change => Assert.Single(change.By).Who));
        Assert.Equal("The mayor said the bridge will open in May after repairs. ¶ The end.", both.Accept(both.KeysOf("Jens")).Base.Shown());
        Assert.Equal("The new mayor said the bridge will open in May after repairs. ¶ End.", both.Accept(both.KeysOf("Ines")).Base.Shown());
    }

    [Fact]
    public void A_proposal_survives_edits_of_the_draft_and_keeps_its_authors()
    {
        var proposal = Proposal.Of(Draft).Edit(Draft.Text("b1", "The mayor said the bridge will open in June after repairs."), Ines);
        var rebased = proposal.Rebase(Draft.Ordered("b2", "b1").Text("b1", "The mayor of Marlow Bay said the bridge will open in May after repairs."), Jens, Ines);
        var change = Assert.Single(rebased.Changes);
        Assert.Equal(("May", "June", "Ines"), (change.Removed, change.Added, change.By.Single().Who));
        Assert.Equal("End. ¶ The mayor of Marlow Bay said the bridge will open in June after repairs.", rebased.Accept([change.Key]).Base.Shown());
    }

    [Fact]
    public void Of_two_proposals_for_one_word_the_second_is_a_choice_once_the_first_was_taken()
    {
        var june = Proposal.Of(Draft).Edit(Draft.Text("b1", "The mayor said the bridge will open in June after repairs."), Ines);
        var july = Proposal.Of(Draft).Edit(Draft.Text("b1", "The mayor said the bridge will open in July after repairs."), Jens);
        var taken = june.Accept(june.Changes.Select(change => change.Key)).Base;
        Assert.Equal("The mayor said the bridge will open in [July|June] after repairs. ¶ End.", july.Rebase(taken, Ines, Jens).Text.Shown());
    }

    [Fact]
    public void A_proposal_beside_an_edited_draft_holds_all_words_of_both() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var rebased = Proposal.Of(before).Edit(ours, Ines).Rebase(theirs, Jens, Ines);
        Assert.Equal(theirs, rebased.Base);
        Assert.Equal(DraftMerge.Merge(before, theirs, Jens, ours, Ines), rebased.Accept(rebased.Changes.Select(change => change.Key)).Base);
    }, iter: 500);
}
