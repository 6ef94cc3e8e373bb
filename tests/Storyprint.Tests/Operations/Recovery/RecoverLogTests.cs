using System.Text.Json;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Operations.Recovery;
using Storyprint.Provenance.Names;
using Storyprint.Serving;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Recovery;

public class RecoverLogTests
{
    public sealed class OnPostgres : RecoverLogTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_archive_everything_published_since_the_backup_comes_back()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var day = await BusyDay.AfterABackupAsync(desk);
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));

        var trial = Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(copy.Folder), isTrial: true));
        Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));
        var done = Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(copy.Folder)));
        Assert.Equal(RecoverReport.Write(trial).Split('\n')[1..^2], RecoverReport.Write(done).Split('\n')[1..^2]);
        Assert.True(done.IsComplete);
        await day.IsBackAsync(next);
    }

    [Fact]
    public async Task From_the_old_server_everything_published_since_the_backup_comes_back()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var day = await BusyDay.AfterABackupAsync(desk);
        desk.Database.CloseIdle();
        var old = Directory.CreateTempSubdirectory("storyprint-old-").FullName;
        await using var oldEngine = await desk.Engine.CopyAsync(old);
        await File.WriteAllTextAsync(
            Installation.SettingsPath(old), JsonSerializer.Serialize(TestPublication.Settings with { Database = oldEngine.Setting ?? "" }, InstallationJson.Default.Publication), Cancellation);
        var (installation, problem) = Installation.Open(old);
        Assert.True(installation is not null, problem);
        await using (var app = WebHost.Create(installation, "127.0.0.1", 0))
        {
            await app.StartAsync(Cancellation);
            await desk.RestoreAsync();
            using var next = desk.Again();
            using var site = new SiteOverHttp(new Uri(app.Urls.First()));
            Assert.True(Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, site)).IsComplete);
            await day.IsBackAsync(next);
        }

        installation.Database.CloseIdle();
        Directory.Delete(old, recursive: true);
    }

    [Fact]
    public async Task An_empty_database_is_filled_from_an_archive_and_the_keys()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 140 people."));
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.EmptyAsync();

        using var next = desk.Again();
        Assert.True(Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(copy.Folder))).IsComplete);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.Equal(2, await next.VerifyAsync());
        Assert.IsType<ReleaseOutcome.Done>(await next.PublishAsync("Another one"));
        Assert.Equal(3, await next.VerifyAsync());
    }

    [Fact]
    public async Task Interrupted_at_any_step_it_leaves_the_database_as_it_was_and_runs_again()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var day = await BusyDay.AfterABackupAsync(desk);
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        var steps = 0;
        for (; await BreaksAsync(next, steps, copy); steps += 5)
        {
            Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));
            Assert.Equal(2, await next.VerifyAsync());
        }

        Assert.InRange(steps, 50, 600);
        await day.IsBackAsync(next);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_completed_by_the_next_run()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var day = await BusyDay.AfterABackupAsync(desk);
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        next.Database.CommitsAllTheSame = true;
        var commits = 0;
        for (var step = 0; await BreaksAsync(next, step, copy); step++)
        {
            if (await next.Log.PrepareAsync(Cancellation) is null)
            {
                commits++;
                Assert.Equal(8, await next.VerifyAsync());
            }
        }

        Assert.InRange(commits, 1, 60);
        await day.IsBackAsync(next);
    }

    [Fact]
    public async Task A_copy_with_another_history_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("One history");
        await desk.PublishedAsync("One history, continued");
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);
        using var next = desk.Again();
        await next.PublishedAsync("Another history");
        var refused = Assert.IsType<RecoverResult.Refused>(await RunAsync(next, new SiteInFolder(copy.Folder)));
        Assert.Contains("another history", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, await next.VerifyAsync());
    }

    [Fact]
    public async Task A_copy_that_contradicts_the_mark_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        var forgotten = await desk.PublishedAsync("What was published");
        await desk.RestoreAsync();
        var mark = await File.ReadAllTextAsync(desk.Log.Mark.Path, Cancellation);
        File.Delete(desk.Log.Mark.Path);
        using var other = desk.Again();
        await other.PublishedAsync("What was not");
        using var copy = await CopyInFolder.OfAsync(other);
        await other.RestoreAsync();
        await File.WriteAllTextAsync(desk.Log.Mark.Path, mark, Cancellation);
        using var next = desk.Again();
        Assert.Contains("another history", Assert.IsType<RecoverResult.Refused>(await RunAsync(next, new SiteInFolder(copy.Folder))).Sentence, StringComparison.Ordinal);
        Assert.Null(await next.Stories.FindAsync(forgotten, Cancellation));
    }

    [Fact]
    public async Task A_copy_that_a_stranger_signed_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        using var stranger = await ReleaseFixture.OpenAsync();
        await stranger.PublishedAsync();
        using var copy = await CopyInFolder.OfAsync(stranger);
        var refused = Assert.IsType<RecoverResult.Refused>(await RunAsync(desk, new SiteInFolder(copy.Folder)));
        Assert.Contains("no key of this log signed", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_damaged_copy_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync();
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        var bundle = copy.File("log/tile/entries/000.p/3");
        var bytes = await File.ReadAllBytesAsync(bundle, Cancellation);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, Cancellation);
        using var next = desk.Again();
        Assert.Contains("not whole", Assert.IsType<RecoverResult.Refused>(await RunAsync(next, new SiteInFolder(copy.Folder))).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE log_hash SET hash = (SELECT hash FROM log_hash WHERE node_id = 0) WHERE node_id > 0")]
    [InlineData("DELETE FROM log_hash")]
    public async Task A_database_whose_own_log_is_damaged_is_left_as_it_is(string damage)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync("First");
        await desk.BackUpAsync();
        await desk.PublishedAsync("Second");
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        await using (var connection = await next.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(damage, Cancellation);
        }

        Assert.Contains("damaged", Assert.IsType<RecoverResult.Refused>(await RunAsync(next, new SiteInFolder(copy.Folder))).Sentence, StringComparison.Ordinal);
        Assert.Equal(3, await next.Served.SizeAsync(Cancellation));
    }

    [Fact]
    public async Task A_copy_that_is_older_than_the_mark_brings_back_what_it_has_and_a_newer_one_the_rest()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("First");
        using var older = await CopyInFolder.OfAsync(desk);
        await desk.PublishedAsync("Second");
        using var newer = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        Assert.False(Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(older.Folder))).IsComplete);
        Assert.Equal(3, Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation)).Size);
        Assert.True(Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(newer.Folder))).IsComplete);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.Equal(2, await next.VerifyAsync());
    }

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
        var missing = Assert.IsType<RecoverResult.TextsMissing>(await RunAsync(next, new SiteInFolder(copy.Folder)));
        Assert.Equal($"{code}.2", Assert.Single(missing.Lost).Entry.Revision.ToString());
        Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));

        var done = Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(copy.Folder), withoutTexts: true));
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
        Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(copy.Folder), withoutTexts: true));
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
        Assert.IsType<RecoverResult.Recovered>(await RunAsync(next, new SiteInFolder(copy.Folder)));
        var story = (await next.Stories.FindAsync(code, Cancellation))!;
        Assert.Equal(("ferry", "city", "Ferries"), (story.Slug.Text, story.Content.Section, Assert.Single(story.Content.Topics)));
        Assert.Equal(Emphasis.Strong, Assert.IsType<Paragraph>(story.Content.Body[1]).Text.Runs[1].Emphasis);
        Assert.Equal((desk.Clock.Now, NoteKind.Correction), (Assert.Single(story.Content.Corrections).At, story.Content.Corrections[0].Kind));
        Assert.Equal(desk.Clock.Now, story.UpdatedAt);
    }

    private static Task<RecoverResult> RunAsync(ReleaseFixture desk, IPublishedSite site, bool isTrial = false, bool withoutTexts = false) => new RecoverLog(
        desk.Database, desk.Log, new KeyFolder(desk.KeysPath), new MediaFolder(Path.Combine(desk.Folder, "media")), TestPublication.Settings, desk.Clock)
        .RunAsync(TestActor.Editor, site, isTrial, withoutTexts, Cancellation);

    // False once a recovery runs through: then it had fewer steps.
    private static async Task<bool> BreaksAsync(ReleaseFixture desk, int step, CopyInFolder copy)
    {
        desk.Database.StepsLeft = step;
        try
        {
            Assert.True(Assert.IsType<RecoverResult.Recovered>(await RunAsync(desk, new SiteInFolder(copy.Folder))).IsComplete);
            return false;
        }
        catch (FaultyDatabase.Fault)
        {
            return true;
        }
        finally
        {
            desk.Database.StepsLeft = -1;
        }
    }

    /// <summary>Every kind of release behind a backup, and a rotation of the seal key between them.</summary>
    private sealed record BusyDay(StoryCode Corrected, StoryCode Retracted, StoryCode New, StoryCode Withdrawn, string NewText, Dictionary<string, string> Seals)
    {
        public static async Task<BusyDay> AfterABackupAsync(ReleaseFixture desk)
        {
            var corrected = await desk.PublishedAsync();
            var retracted = await desk.PublishedAsync("There is a second ferry");
            await desk.BackUpAsync();
            desk.Clock.Now = desk.Clock.Now.AddHours(1);
            Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(corrected, 1, "The ferry carries 140 people."));
            var (_, problem) = await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(KeyRole.Seal, isLost: false, Cancellation);
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
}
