using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Operations.Recovery;

/// <summary>Every kind of release behind a backup, and a rotation of the seal key between them.</summary>
internal sealed record BusyDay(StoryCode Corrected, StoryCode Retracted, StoryCode New, StoryCode Withdrawn, string NewText, Dictionary<string, string> Seals)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<BusyDay> AfterABackupAsync(ReleaseFixture desk)
    {
        var corrected = await desk.PublishedAsync();
        var retracted = await desk.PublishedAsync("There is a second ferry");
        await desk.BackUpAsync();
        desk.Clock.Now = desk.Clock.Now.AddHours(1);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(corrected, 1, "The ferry carries 140 people."));
        var (_, problem) = await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(KeyRole.Seal, isLost: false, cancellation: Cancellation);
        Assert.Null(problem);
        desk.Clock.Now = desk.Clock.Now.AddHours(1);
        Assert.IsType<ReleaseOutcome.Done>(await desk.CorrectAsync(corrected, 2, "The ferry carries 112 people."));
        Assert.IsType<ReleaseOutcome.Done>(await desk.RetractAsync(retracted, 1));
        var withdrawn = await desk.PublishedAsync("Nobody may read this");
        Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(withdrawn, 1));
        var added = ReleaseFixture.Text("A new story", "New words.") with { Body = [new Paragraph(RichText.From("New words.")), new Quotation([RichText.From("Ours.")], "Maud Ferrier")] };
        var code = Assert.IsType<ReleaseOutcome.Done>(
            await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(TestActor.Editor, added, Slug.From("A new story"), null, null, Cancellation)).Code;
        return new BusyDay(corrected, retracted, code, withdrawn, CanonicalText.Create(RevisionText.New(added)), await SealsAsync(desk));
    }

    public async Task IsBackAsync(ReleaseFixture desk)
    {
        Assert.Null(await desk.Log.PrepareAsync(Cancellation));
        Assert.Equal(8, await desk.VerifyAsync());
        Assert.Equal(Seals, await SealsAsync(desk));
        var story = (await desk.Stories.FindAsync(Corrected, Cancellation))!;
        Assert.Equal((3, "It said 120. It is 112."), (story.Number.Value, Assert.Single(story.Content.Corrections).Text));
        var retracted = (await desk.Stories.FindAsync(Retracted, Cancellation))!;
        Assert.Equal((StoryStatus.Retracted, NoteKind.Retraction), (retracted.Status, Assert.Single(retracted.Content.Corrections).Kind));
        Assert.Equal(NewText, CanonicalText.Create(RevisionText.New((await desk.Stories.FindAsync(New, Cancellation))!.Content)));
        Assert.Equal(2, (await desk.Stories.FindWithdrawnAsync(Withdrawn, Cancellation))!.Revision.Value);
        Assert.Single((await new SearchIndex(desk.Database).FindAsync(new SearchQuery { Edition = "en", Phrases = [["words"]] }, 0, 10, Cancellation)).Stories);
        desk.Clock.Now = desk.Clock.Now.AddDays(1);
        Assert.Equal(4, Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(Corrected, 3, "The ferry carries 113 people.")).Revision.Number.Value);
        Assert.NotEqual(New, await desk.PublishedAsync("The day after"));
        Assert.Equal(10, await desk.VerifyAsync());
    }

    private static async Task<Dictionary<string, string>> SealsAsync(ReleaseFixture desk)
    {
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        var seals = await connection.QueryAsync(
            "SELECT s.code, r.number, r.seal FROM revision r JOIN story s ON s.id = r.story_id WHERE r.seal IS NOT NULL ORDER BY 1, 2",
            row => ($"{row.GetString(0)}.{row.GetInt32(1)}", Convert.ToHexString((byte[])row.GetValue(2))), Cancellation);
        return seals.ToDictionary(seal => seal.Item1, seal => seal.Item2);
    }
}
