using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Log;

/// <summary>The mark guards against a second history only while it can be written and read: what it cannot say is refused, and what it could not keep is told.</summary>
public class HighWaterMarkTests
{
    public sealed class OnPostgres : HighWaterMarkTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_that_could_not_be_written_stops_nothing_is_told_and_catches_up()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var alarms = new AlarmLog();
        desk.Log.Logger = alarms;
        Block(desk);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 2, "The ferry carries 2 people."));
        Assert.NotNull(desk.Log.MarkProblem);
        Assert.Equal(3, desk.Log.Mark.Read().Last!.Size);
        Assert.Collection(alarms.Errors, one => Assert.Contains("lags 1 entries", one, StringComparison.Ordinal), two => Assert.Contains("lags 2 entries", two, StringComparison.Ordinal));
        Unblock(desk);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 3, "The ferry carries 3 people."));
        Assert.Null(desk.Log.MarkProblem);
        Assert.Equal(6, desk.Log.Mark.Read().Last!.Size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("3 torn")]
    [InlineData("not a mark\nand no other\n")]
    public async Task A_mark_that_says_nothing_is_not_taken_for_none(string content)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await File.WriteAllTextAsync(desk.Log.Mark.Path, content, Cancellation);
        await RefusesAsync<LogProblem.MarkUnreadable>(desk, code);
        File.Delete(desk.Log.Mark.Path);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
    }

    [Fact]
    public async Task A_mark_that_cannot_be_opened_refuses()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        File.Delete(desk.Log.Mark.Path);
        Directory.CreateDirectory(desk.Log.Mark.Path);
        await RefusesAsync<LogProblem.MarkUnreadable>(desk, code);
    }

    [Fact]
    public async Task A_database_that_was_set_back_does_not_go_on_because_its_mark_is_damaged()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.BackUpAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        await desk.RestoreAsync();
        var whole = await File.ReadAllTextAsync(desk.Log.Mark.Path, Cancellation);
        var (first, last) = (whole.IndexOf('\n', StringComparison.Ordinal), whole.TrimEnd('\n').LastIndexOf('\n') + 1);
        foreach (var length in (IEnumerable<int>)[0, 1, first / 2, first, last + 1, (last + whole.Length) / 2, whole.Length - 1])
        {
            await File.WriteAllTextAsync(desk.Log.Mark.Path, whole[..length], Cancellation);
            using var next = desk.Again();
            var problem = await next.Log.PrepareAsync(Cancellation);
            Assert.True(length > first ? problem is LogProblem.MarkTorn : problem is LogProblem.MarkUnreadable, $"{length} bytes of the mark: {problem}");
        }
    }

    [Fact]
    public async Task A_line_that_a_stopped_machine_left_half_written_stops_nobody_and_swallows_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var before = await File.ReadAllTextAsync(desk.Log.Mark.Path, Cancellation);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        var after = await File.ReadAllTextAsync(desk.Log.Mark.Path, Cancellation);

        // The commit was on the disk before the line was begun, so the database holds what the line was about.
        await File.WriteAllTextAsync(desk.Log.Mark.Path, after[..(before.Length + 9)], Cancellation);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 2, "The ferry carries 2 people."));
        Assert.Equal(new MarkReading.At(desk.Log.Mark.Read().Last!, IsTorn: false), desk.Log.Mark.Read());
        Assert.Equal(5, desk.Log.Mark.Read().Last!.Size);
    }

    [Fact]
    public async Task A_late_writer_does_not_move_it_back()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        desk.Log.Mark.Advance(new LogMark(7, MerkleHashing.EmptyRoot, desk.Clock.Now));
        desk.Log.Mark.Advance(new LogMark(6, MerkleHashing.EmptyRoot, desk.Clock.Now));
        Assert.Equal(7, desk.Log.Mark.Read().Last!.Size);
    }

    private static async Task RefusesAsync<TProblem>(ReleaseFixture desk, Storyprint.Stories.Codes.StoryCode code)
        where TProblem : LogProblem
    {
        using var next = desk.Again();
        Assert.Contains("Nothing is released", Assert.IsType<TProblem>(await next.Log.PrepareAsync(Cancellation)).Sentence, StringComparison.Ordinal);
        Assert.IsType<TProblem>(await next.Log.CheckAsync(Cancellation));
        Assert.IsType<TProblem>(Assert.IsType<ReleaseOutcome.LogRefuses>(await next.UpdateAsync(code, 1, "Other words.")).Problem);
        Assert.Equal(1, await next.VerifyAsync());
    }

    // Rights alone would not stop the user that tests often run as.
    private static void Block(ReleaseFixture desk)
    {
        File.Delete(desk.Log.Mark.Path + ".lock");
        Directory.CreateDirectory(desk.Log.Mark.Path + ".lock");
    }

    private static void Unblock(ReleaseFixture desk) => Directory.Delete(desk.Log.Mark.Path + ".lock");
}
