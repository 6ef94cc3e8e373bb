using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class StoryHistoryTests
{
    private static readonly DateTimeOffset Start = WorkedExample.PublishedAt;

    [Fact]
    public void A_story_that_continues_what_stood_before_has_no_findings()
    {
        var history = new StoryHistory();
        Assert.Empty(history.Take(10, Entry(1, null)));
        Assert.Empty(history.Take(12, Entry(2, 10, seconds: 5)));
        Assert.Empty(history.Take(15, Entry(3, 12, seconds: 5)));
        Assert.Equal((15, 3, Start.AddSeconds(5).ToUnixTimeSeconds()), (history["1125540"].Index, history["1125540"].Number, history["1125540"].PublishedSecond));
    }

    [Theory]
    [InlineData(2, null, HistoryFault.NumberOutOfOrder)]
    [InlineData(1, 5L, HistoryFault.WrongPrevious)]
    public void A_first_revision_must_be_the_first(int number, long? previous, HistoryFault fault)
    {
        HistoryFinding finding = Assert.Single(new StoryHistory().Take(7, Entry(number, previous)));
        Assert.Equal((fault, 7L), (finding.Fault, finding.Index));
    }

    [Theory]
    [InlineData(1, 10L, 0, HistoryFault.NumberOutOfOrder)]
    [InlineData(3, 10L, 0, HistoryFault.NumberOutOfOrder)]
    [InlineData(2, 9L, 0, HistoryFault.WrongPrevious)]
    [InlineData(2, null, 0, HistoryFault.WrongPrevious)]
    [InlineData(2, 10L, -1, HistoryFault.TimeRunsBack)]
    public void A_later_revision_must_follow_the_one_before(int number, long? previous, int seconds, HistoryFault fault)
    {
        var history = new StoryHistory();
        history.Take(10, Entry(1, null));
        var finding = Assert.Single(history.Take(11, Entry(number, previous, seconds)));
        Assert.Equal((fault, number), (finding.Fault, finding.Revision.Number));
        Assert.NotEmpty(finding.Sentence);
    }

    [Fact]
    public void A_withdrawal_is_the_last_word()
    {
        var history = new StoryHistory();
        history.Take(0, Entry(1, null));
        history.Take(1, Entry(2, 0, release: RevisionKind.Withdrawal));
        Assert.Equal(HistoryFault.AfterWithdrawal, Assert.Single(history.Take(2, Entry(3, 1))).Fault);
        Assert.Equal(1, history["1125540"].WithdrawnAt);
    }

    [Fact]
    public void One_entry_may_be_wrong_in_every_way()
    {
        var history = new StoryHistory();
        history.Take(0, Entry(1, null, release: RevisionKind.Withdrawal));
        Assert.Equal(
            [HistoryFault.NumberOutOfOrder, HistoryFault.WrongPrevious, HistoryFault.TimeRunsBack, HistoryFault.AfterWithdrawal],
            history.Take(1, Entry(5, 7, -60)).Select(finding => finding.Fault));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0001")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("99999999999999999999999999999999")]
    public void A_code_keeps_its_zeros_and_its_length(string code)
    {
        var history = new StoryHistory();
        history.Take(0, Entry(1, null, code: code));
        history.Take(1, Entry(1, null, code: "7"));
        Assert.Equal([code, "7"], history.Stories.Select(story => story.Code));
        Assert.Equal(2, history.Count);
    }

    [Fact]
    public void The_state_remembers_which_kinds_of_release_there_were()
    {
        var history = new StoryHistory();
        history.Take(0, Entry(1, null, release: RevisionKind.Publish));
        history.Take(1, Entry(2, 0, release: RevisionKind.Correction));
        StoryLogState state = history["1125540"];
        Assert.True(state.Had(RevisionKind.Publish) && state.Had(RevisionKind.Correction));
        Assert.False(state.Had(RevisionKind.Withdrawal) || state.Had(RevisionKind.Retraction));
        Assert.Null(state.WithdrawnAt);
        Assert.False(default(StoryLogState).Had(RevisionKind.Publish));
    }

    private static RevisionEntry Entry(int number, long? previous, int seconds = 0, RevisionKind release = RevisionKind.Publish, string code = "1125540") => new()
    {
        Publisher = WorkedExample.Publisher,
        Revision = RevisionName.Parse($"{code}.{number}"),
        Language = "fa",
        Release = release,
        PublishedAt = Start.AddSeconds(seconds),
        Text = default(Commitment),
        PreviousIndex = previous,
    };
}
