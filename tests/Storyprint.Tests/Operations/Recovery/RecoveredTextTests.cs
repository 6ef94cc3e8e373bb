using Storyprint.Newsroom.Releases;
using Storyprint.Operations.Recovery;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Recovery;

public class RecoveredTextTests
{
    public sealed class OnPostgres : RecoveredTextTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("The ferry carries 9999 people.")]
    public async Task Without_a_text_the_story_is_refused_and_on_demand_numbered_on_behind_it(string? swapped)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.BackUpAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 140 people."));
        using var copy = await CopyInFolder.OfAsync(desk);
        var file = copy.Revision(code, 2);
        var text = (await File.ReadAllTextAsync(file, Cancellation)).Replace("The ferry carries 140 people.", swapped, StringComparison.Ordinal);
        File.Delete(file);
        if (swapped is not null)
        {
            await File.WriteAllTextAsync(file, text, Cancellation);
        }

        await desk.RestoreAsync();
        using var next = desk.Again();
        var missing = Assert.IsType<RecoverResult.TextsMissing>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder)));
        Assert.Equal($"{code}.2", Assert.Single(missing.Lost).Entry.Revision.ToString());
        Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));

        var done = Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder), withoutTexts: true));
        Assert.Equal([code], done.Done.Hidden);
        Assert.Equal(2, await next.VerifyAsync());
        Assert.Null(await next.Stories.FindAsync(code, Cancellation));
        Assert.True(await next.Stories.IsLoggedAsync(new RevisionId(code, new RevisionNumber(2)), Cancellation));
        next.Clock.Now = next.Clock.Now.AddHours(1);
        var published = Assert.IsType<ReleaseOutcome.Done>(await new PublishStory(next.Store, TestPublication.Settings).RunAsync(TestActor.Editor, code, Cancellation));
        Assert.Equal(3, published.Revision.Number.Value);
        Assert.Equal(3, await next.VerifyAsync());
        Assert.Equal([3, 1], (await next.Stories.RevisionsAsync(code, 9, Cancellation)).Select(revision => revision.Number.Value));
        Assert.IsType<ReleaseOutcome.Done>(await next.UpdateAsync(code, 3, "The ferry carries 141 people."));
        Assert.Equal(4, await next.VerifyAsync());
    }

    [Fact]
    public async Task A_new_story_without_its_text_keeps_its_code_and_waits_for_words()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        var code = await desk.PublishedAsync();
        using var copy = await CopyInFolder.OfAsync(desk);
        File.Delete(copy.Revision(code, 1));
        await desk.RestoreAsync();
        using var next = desk.Again();
        Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder), withoutTexts: true));
        Assert.Equal(1, await next.VerifyAsync());
        Assert.NotEqual(code, await next.PublishedAsync("Another story"));
        Assert.IsType<ReleaseOutcome.Refused>(await new PublishStory(next.Store, TestPublication.Settings).RunAsync(TestActor.Editor, code, Cancellation));
    }

    [Fact]
    public async Task What_the_canonical_text_does_not_hold_is_lent_by_the_revision_before()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var kept = new Paragraph(new RichText([new TextRun("It sails "), new TextRun("at nine", Emphasis.Strong), new TextRun(".")]));
        var content = ReleaseFixture.Text("The ferry sails") with { Body = [new Paragraph(RichText.From("The ferry carries 120 people.")), kept] };
        var code = Assert.IsType<ReleaseOutcome.Done>(
            await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(TestActor.Editor, content, Slug.From("ferry"), null, null, Cancellation)).Code;
        await desk.BackUpAsync();
        desk.Clock.Now = desk.Clock.Now.AddHours(1);
        var corrected = content with { Body = [new Paragraph(RichText.From("The ferry carries 112 people.")), kept] };
        Assert.IsType<ReleaseOutcome.Done>(await new CorrectStory(desk.Store).RunAsync(
            TestActor.Editor, code, new ReleaseText.Given(corrected, null, null, new RevisionNumber(1)), new NoteWords { Text = "It said 120. It is 112.", Said = "120", Says = "112" }, Cancellation));
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder)));
        var story = (await next.Stories.FindAsync(code, Cancellation))!;
        Assert.Equal(("ferry", "city", "Ferries"), (story.Slug.Text, story.Content.Section, Assert.Single(story.Content.Topics)));
        Assert.Equal(Emphasis.Strong, Assert.IsType<Paragraph>(story.Content.Body[1]).Text.Runs[1].Emphasis);
        Assert.Equal((desk.Clock.Now, NoteKind.Correction), (Assert.Single(story.Content.Corrections).At, story.Content.Corrections[0].Kind));
        Assert.Equal(desk.Clock.Now, story.UpdatedAt);
    }
}
