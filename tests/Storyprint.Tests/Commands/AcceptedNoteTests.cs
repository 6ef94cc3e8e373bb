using Storyprint.Commands.Releases;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Web;

namespace Storyprint.Tests.Commands;

public sealed class AcceptedNoteTests(TestPublication publication) : IClassFixture<TestPublication>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_that_needs_a_note_and_has_none_goes_out_with_the_one_that_the_program_wrote()
    {
        using var witnesses = new WitnessClient();
        using var desk = new ReleaseSession(publication.Installation, witnesses);
        var published = await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(
            desk.Context, StoriesInStates.English("Lift", "The lift carries 12 people."), Slug.From("lift"), null, null, Cancellation);
        var code = Assert.IsType<ReleaseOutcome.Done>(published).Code;
        var text = new ReleaseText.Given(StoriesInStates.English("Lift", "The lift carries 16 people."), null, null, RevisionNumber.First);
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await desk.UpdateAsync(code, text, null, acceptsNote: false, Cancellation));
        Assert.IsType<ReleaseRefusal.NoteNeeded>(Assert.Single(refused.Refusals));
        var done = Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, text, null, acceptsNote: true, Cancellation));
        Assert.Equal("A number changed: “12” became “16”.", done.Revision.Note?.Text);
    }

    [Fact]
    public async Task An_editors_own_note_is_never_replaced()
    {
        using var witnesses = new WitnessClient();
        using var desk = new ReleaseSession(publication.Installation, witnesses);
        var published = await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(
            desk.Context, StoriesInStates.English("Ferry", "The ferry carries 12 people."), Slug.From("ferry"), null, null, Cancellation);
        var text = new ReleaseText.Given(StoriesInStates.English("Ferry", "The ferry carries 16 people."), null, null, RevisionNumber.First);
        var done = Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(
            Assert.IsType<ReleaseOutcome.Done>(published).Code, text, new ReleaseNote("More fit in."), acceptsNote: true, Cancellation));
        Assert.Equal("More fit in.", done.Revision.Note?.Text);
    }
}
