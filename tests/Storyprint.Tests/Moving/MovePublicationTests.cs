using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Moving;

/// <summary>From SQLite to PostgreSQL, and as <see cref="OnPostgres"/> from PostgreSQL to SQLite.</summary>
public class MovePublicationTests
{
    public sealed class OnPostgres : MovePublicationTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_comes_along_and_the_log_goes_on()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        var root = (await desk.Served.HeadAsync(Cancellation))!.Root;
        var done = Done(await new MovePublication(desk.Engine.Open(), other.Engine.Open()).RunAsync(null, Cancellation));
        Assert.Equal(root.ToString(), done.Root);
        Assert.Equal(root, (await other.Served.HeadAsync(Cancellation))!.Root);
        Assert.Equal(await CountsAsync(desk.Database), await CountsAsync(other.Database));
        Assert.Null(await other.Log.PrepareAsync(Cancellation));
        Assert.Equal(await desk.VerifyAsync(), await other.VerifyAsync());
        Assert.Equal(["The ferry sails"], (await new SearchIndex(other.Database).FindAsync(
            new SearchQuery { Edition = "en", Phrases = [["112", "people"]] }, 0, 10, Cancellation)).Stories.Select(card => card.Headline));
        var revisions = await other.VerifyAsync();
        await other.PublishedAsync("The first on the new one");
        Assert.Equal(revisions + 1, await other.VerifyAsync());
    }

    [Fact]
    public async Task The_old_database_takes_nothing_more_and_says_why()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        Done(await new MovePublication(desk.Database, other.Database).RunAsync(null, Cancellation));
        using var server = desk.Again();
        Assert.Contains("moved to another database", Assert.IsType<ReleaseOutcome.NotStored>(await server.PublishAsync("Too late")).Sentence, StringComparison.Ordinal);
        Assert.Equal(await other.VerifyAsync(), await server.VerifyAsync());
        Assert.Null(await new ReopenPublication(desk.Database, other.Database).RunAsync(Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await server.PublishAsync("Stayed after all"));
    }

    [Fact]
    public async Task A_second_run_finds_that_all_is_done_and_a_full_database_is_refused()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        var move = new MovePublication(desk.Database, other.Database);
        Done(await move.RunAsync(null, Cancellation));
        Done(await move.RunAsync(null, Cancellation));
        using var stranger = await ReleaseFixture.OpenAsync();
        await stranger.PublishedAsync();
        Assert.Contains("already holds", Assert.IsType<MoveOutcome.Refused>(
            await new MovePublication(stranger.Database, other.Database).RunAsync(null, Cancellation)).Sentence, StringComparison.Ordinal);
        Assert.IsType<ReleaseOutcome.Done>(await stranger.PublishAsync("It was left as it was"));
    }

    [Fact]
    public async Task Interrupted_at_any_step_it_goes_on_where_it_stopped()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        var steps = 0;
        for (; await BreaksAsync(desk, other, steps); steps += 7)
        {
            // Half of a publication is none that could be used; one that can be used is whole.
            if (await other.Log.CheckAsync(Cancellation) is null)
            {
                Assert.Equal(await CountsAsync(desk.Database), await CountsAsync(other.Database));
            }
        }

        Assert.InRange(steps, 30, 400);
        Assert.Equal(await CountsAsync(desk.Database), await CountsAsync(other.Database));
        Assert.Equal(await desk.VerifyAsync(), await other.VerifyAsync());
    }

    [Fact]
    public async Task Half_of_another_move_is_left_alone_and_the_old_database_goes_on()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        Assert.True(await BreaksAsync(desk, other, 100));
        using var stranger = await ReleaseFixture.OpenAsync();
        await stranger.PublishedAsync();
        Assert.Contains("half of another move", Assert.IsType<MoveOutcome.Refused>(
            await new MovePublication(stranger.Database, other.Database).RunAsync(null, Cancellation)).Sentence, StringComparison.Ordinal);
        Assert.IsType<ReleaseOutcome.Done>(await stranger.PublishAsync("It goes on"));
    }

    [Fact]
    public async Task Tables_of_many_and_of_large_rows_are_copied_a_batch_at_a_time()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            var line = new byte[300_000];
            for (var size = 100L; size < 1_400; size++)
            {
                Random.Shared.NextBytes(line);
                await connection.ExecuteAsync(
                    "INSERT INTO log_cosignature (tree_size, vkey, line) VALUES (@size, 'w', @line)", Cancellation, ("@size", size), ("@line", size < 160 ? line : line[..7]));
            }
        }

        Done(await new MovePublication(desk.Database, other.Database).RunAsync(null, Cancellation));
        Assert.Equal(await CountsAsync(desk.Database), await CountsAsync(other.Database));
    }

    [Fact]
    public async Task A_row_that_came_over_wrong_is_noticed()
    {
        using var desk = await FilledAsync();
        using var other = await desk.OnOtherEngineAsync();
        var steps = 190;
        Assert.True(await BreaksAsync(desk, other, steps));
        await using (var connection = await other.Database.OpenAsync(Cancellation))
        {
            while (await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE id = 1", Cancellation) == 0)
            {
                Assert.True(await BreaksAsync(desk, other, steps += 5));
            }

            Assert.Equal(1, await connection.ExecuteAsync("UPDATE story SET slug = 'another' WHERE id = 1", Cancellation));
        }

        Assert.Contains("story", Assert.IsType<MoveOutcome.Refused>(
            await new MovePublication(desk.Database, other.Database).RunAsync(null, Cancellation)).Sentence, StringComparison.Ordinal);
        Assert.IsType<LogProblem.SetBack>(await other.Log.CheckAsync(Cancellation));
    }

    private static MoveOutcome.Done Done(MoveOutcome outcome)
    {
        Assert.True(outcome is MoveOutcome.Done, (outcome as MoveOutcome.Refused)?.Sentence);
        return (MoveOutcome.Done)outcome;
    }

    private static async Task<ReleaseFixture> FilledAsync()
    {
        var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.UpdateAsync(code, 1, "The ferry carries 140 people.");
        await desk.CorrectAsync(code, 2, "The ferry carries 112 people.");
        Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(await desk.PublishedAsync("To be withdrawn"), 1));
        Assert.IsType<ReleaseOutcome.Done>(await desk.RetractAsync(await desk.PublishedAsync("To be retracted"), 1));
        var draft = TestPublication.Story("draft", "A draft", "Not yet.", TestPublication.LibraryAt) with { Status = StoryStatus.Draft };
        draft = draft with { Content = draft.Content with { Headline = "A draft \0 with half a character \uD83D" } };
        await new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(
            TestActor.Importer, [draft, TestPublication.Story("old", "An old one", "Came in.", TestPublication.LibraryAt) with { LegacyUrls = ["/2024/old", "/?p=7"], TranslationKey = "key" }], 1, Cancellation);
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("INSERT INTO log_cosignature (tree_size, vkey, line) VALUES (7, 'a witness', @line)", Cancellation, ("@line", "a line"u8.ToArray()));
        await connection.ExecuteAsync("INSERT INTO picture (hash, media_type, width, height, byte_size, added_at) VALUES ('ab', 'image/png', 1, 2, 3, 4)", Cancellation);
        await connection.ExecuteAsync("INSERT INTO legacy_target (path, target, hash) VALUES ('/uploads/a.png', '/media/ab/1600.jpg', 'ab')", Cancellation);
        await connection.ExecuteAsync("INSERT INTO story_comment (story_id, ordinal, author, written_at, text, parent) VALUES (1, 0, 'Anna', 5, 'Well said.', NULL)", Cancellation);
        return desk;
    }

    private static async Task<List<(string, long)>> CountsAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        var counts = new List<(string, long)>();
        foreach (var table in (string[])["story", "revision", "draft", "term", "legacy_url", "story_topic", "story_byline", "story_note", "legacy_target", "story_comment", "story_picture", "picture",
            "log_head", "log_entry", "log_hash", "log_key", "log_cosignature", "id_allocator", "search"])
        {
            var count = await connection.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}", Cancellation);
            Assert.True(count > 0 || table is "story_picture", $"Nothing is in {table}, so this test proves little.");
            counts.Add((table, count));
        }

        return counts;
    }

    private static async Task<bool> BreaksAsync(ReleaseFixture desk, ReleaseFixture other, int step)
    {
        other.Database.StepsLeft = step;
        try
        {
            Done(await new MovePublication(desk.Database, other.Database).RunAsync(null, Cancellation));
            return false;
        }
        catch (FaultyDatabase.Fault)
        {
            return true;
        }
        finally
        {
            other.Database.StepsLeft = -1;
        }
    }
}
