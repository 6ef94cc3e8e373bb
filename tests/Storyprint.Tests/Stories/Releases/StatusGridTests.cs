using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Stories.Releases;

public sealed class StatusGridTests
{
    // Status, then what comes of publish, update, correct, correct a note, retract, withdraw.
    private const string Grid =
        """
        Draft     Published              release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published
        InReview  Published              release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published
        Approved  Published              release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published
        Scheduled Published              release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published     release.not-yet-published
        Published release.already-published Published                  Published                     Published                     Retracted                     Withdrawn
        Retracted release.already-retracted release.already-retracted  release.already-retracted     Retracted                     release.already-retracted     Withdrawn
        Withdrawn release.already-withdrawn release.already-withdrawn  release.already-withdrawn     release.already-withdrawn     release.already-withdrawn     release.already-withdrawn
        """;

    [Fact]
    public void Every_status_answers_every_verb_as_the_grid_says() =>
        Assert.Equal(Rows(), Enum.GetValues<StoryStatus>().Select(status => string.Join(' ', Row(status))));

    private static IEnumerable<string> Rows() => Grid.Split('\n')
        .Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static IEnumerable<string> Row(StoryStatus status)
    {
        var state = ReleaseTrial.State(status);
        if (status == StoryStatus.Published)
        {
            state = state with { Content = ReleaseTrial.Content with { Corrections = [new CorrectionNote("One note.", ReleaseTrial.First)] } };
        }

        var draft = ReleaseTrial.Content with { Body = [new Paragraph(RichText.From("Something else altogether."))] };
        var (expected, at) = (ReleaseTrial.Expected(state), ReleaseTrial.Now);
        return
        [
            status.ToString(),
            Word(PublishRule.Decide(state, draft, expected, at)),
            Word(UpdateRule.Decide(state, draft, new ReleaseNote("It goes on."), expected, at)),
            Word(CorrectRule.Decide(state, draft, ReleaseTrial.Note, expected, at)),
            Word(CorrectNoteRule.Decide(state, 0, ReleaseTrial.Note, expected, at)),
            Word(RetractRule.Decide(state, "The account was invented.", expected, at)),
            Word(WithdrawRule.Decide(state, WithdrawalReason.CourtOrder, expected, at)),
        ];
    }

    private static string Word(ReleaseDecision decision) => decision switch
    {
        ReleaseDecision.Released released => released.Revision.Status.ToString(),
        ReleaseDecision.Refused refused => string.Join('+', refused.Refusals.Select(refusal => refusal.Key)),
        _ => "?",
    };
}
