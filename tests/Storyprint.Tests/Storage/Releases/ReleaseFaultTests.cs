using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Releases;

/// <summary>The fault table: after each fault nothing acknowledged is lost, the whole tree holds, and the next release works or says why it does not.</summary>
public class ReleaseFaultTests
{
    public sealed class OnPostgres : ReleaseFaultTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_breaks_at_any_step_leaves_all_of_a_release_or_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var step = 0;
        for (; await BreaksAsync(desk, step, () => desk.UpdateAsync(code, 1, "The ferry carries 112 people.")); step++)
        {
            using var next = desk.Again();
            Assert.Null(await next.Log.PrepareAsync(Cancellation));
            Assert.Equal(1, await next.VerifyAsync());
        }

        Assert.InRange(step, 15, 80);
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_found_out_and_acknowledged()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        desk.Database.CommitsAllTheSame = true;
        var code = await desk.PublishedAsync();
        for (var step = 0; await BreaksAsync(desk, step, () => desk.UpdateAsync(code, 1, "The ferry carries 112 people.")); step++)
        {
            Assert.Equal(1, await desk.VerifyAsync());
        }

        // The step that broke last was the commit itself, and the release was acknowledged all the same.
        Assert.Equal(2, await desk.VerifyAsync());
        Assert.Equal(4, desk.Log.Mark.Read().Last!.Size);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 2, "The ferry carries 3 people."));
    }

    [Fact]
    public async Task A_read_only_database_refuses_with_what_to_do()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.Engine.MakeReadOnlyAsync(desk.Database);
        var outcome = await desk.UpdateAsync(code, 1, "The ferry carries 1 person.");
        await desk.Engine.MendAsync(desk.Database);
        Assert.Contains("read-only", Assert.IsType<ReleaseOutcome.NotStored>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Equal(1, await desk.VerifyAsync());
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_full_disk_refuses_with_what_to_do_and_the_next_release_works()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.Engine.FillDiskAsync(desk.Database);
        var outcome = await desk.UpdateAsync(code, 1, string.Join(' ', Enumerable.Range(0, 60_000)));
        Assert.Contains("is full", Assert.IsType<ReleaseOutcome.NotStored>(outcome).Sentence, StringComparison.Ordinal);
        await desk.Engine.MendAsync(desk.Database);
        Assert.Equal(1, await desk.VerifyAsync());
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_clock_that_went_backwards_refuses()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        desk.Clock.Now = desk.Clock.Now.AddHours(-1);
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.Contains(refused.Refusals, refusal => refusal is ReleaseRefusal.ClockWrong);
        desk.Clock.Now = desk.Clock.Now.AddHours(2);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Theory]
    [InlineData("log")]
    [InlineData("seal")]
    public async Task A_missing_key_refuses_and_readers_are_served(string role)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var path = Path.Combine(desk.KeysPath, $"{role}.key");
        File.Move(path, path + ".away");
        using (var next = desk.Again())
        {
            Assert.Equal(path, Assert.IsType<LogProblem.KeyMissing>(await next.Log.PrepareAsync(Cancellation)).Path);
            Assert.IsType<LogProblem.KeyMissing>(Assert.IsType<ReleaseOutcome.LogRefuses>(await next.UpdateAsync(code, 1, "Other words.")).Problem);
            Assert.Equal(1, await next.VerifyAsync());
        }

        File.Move(path + ".away", path);
        using var again = desk.Again();
        Assert.IsType<ReleaseOutcome.Done>(await again.UpdateAsync(code, 1, "The ferry carries 1 person."));
    }

    [Fact]
    public async Task A_wrong_key_refuses()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        using var stranger = await ReleaseFixture.OpenAsync();
        File.Copy(Path.Combine(stranger.KeysPath, "log.key"), Path.Combine(desk.KeysPath, "log.key"), overwrite: true);
        using var next = desk.Again();
        Assert.IsType<LogProblem.KeyWrong>(Assert.IsType<ReleaseOutcome.LogRefuses>(await next.UpdateAsync(code, 1, "Other words.")).Problem);
        Assert.Equal(1, await next.VerifyAsync());
    }

    [Fact]
    public async Task A_key_file_of_nonsense_refuses_without_repeating_it()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(desk.KeysPath, "seal.key"), "PRIVATE+KEY+secret+nonsense", Cancellation);
        using var next = desk.Again();
        var problem = Assert.IsType<LogProblem.KeyUnusable>(await next.Log.PrepareAsync(Cancellation));
        Assert.DoesNotContain("nonsense", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_restored_from_yesterday_refuses_at_the_start_and_before_each_release()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.BackUpAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        await desk.RestoreAsync();
        using var next = desk.Again();
        var problem = Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));
        Assert.Equal((4, 3), (problem.MarkedSize, problem.Size));
        Assert.IsType<LogProblem.SetBack>(Assert.IsType<ReleaseOutcome.LogRefuses>(await next.UpdateAsync(code, 1, "Other words.")).Problem);
        Assert.Equal(1, await next.VerifyAsync());
    }

    [Fact]
    public async Task Another_history_of_the_same_length_refuses()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE log_entry SET bytes = @other WHERE log_index = 2", Cancellation, ("@other", new byte[] { 1 }));
            await connection.ExecuteAsync("UPDATE log_hash SET hash = @zeros WHERE node_id = 2", Cancellation, ("@zeros", new byte[32]));
        }

        using var next = desk.Again();
        Assert.IsType<LogProblem.Damaged>(await next.Log.PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task Keys_are_readable_by_their_owner_only()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(desk.KeysPath, "log.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(desk.KeysPath));
    }

    [Theory]
    [InlineData(KeyRole.Log)]
    [InlineData(KeyRole.Seal)]
    public async Task After_a_rotation_old_seals_count_and_releases_go_on(KeyRole role)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        var (key, problem) = await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(role, isLost: false, cancellation: Cancellation);
        Assert.Null(problem);
        Assert.NotNull(key);
        desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.Equal(2, await desk.VerifyAsync());
        using var next = desk.Again();
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task Many_who_rotate_a_key_at_once_lose_none()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        for (var round = 0; round < 4; round++)
        {
            var keys = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
                new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(KeyRole.Log, isLost: false, cancellation: Cancellation), Cancellation)));
            Assert.All(keys, key => Assert.Null(key.Problem));
            Assert.True(new KeyFolder(desk.KeysPath).TryRead(KeyRole.Log, desk.Log.Publisher, out var kept, out _));
            Assert.Contains(kept!.Verifier, keys.Select(key => key.Key));
            kept.Dispose();
        }

        await desk.PublishedAsync();
    }

    [Fact]
    public async Task A_key_that_was_committed_and_not_put_in_its_place_is_finished_before_another_is_made()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        var (active, _) = await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(KeyRole.Log, isLost: false, cancellation: Cancellation);

        // As a kill between the commit and the move leaves it.
        File.Move(Path.Combine(desk.KeysPath, "log.key"), Path.Combine(desk.KeysPath, "log.key.next"));
        File.Move(Path.Combine(desk.KeysPath, "log.previous.key"), Path.Combine(desk.KeysPath, "log.key"));
        var (next, problem) = await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(KeyRole.Log, isLost: false, cancellation: Cancellation);
        Assert.Null(problem);
        Assert.NotEqual(active, next);
        await desk.PublishedAsync();
    }

    [Fact]
    public async Task A_key_can_be_revoked_when_there_is_no_room_for_another_rotation()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        LogProblem? problem = null;
        var rotations = 0;
        for (; problem is null; rotations++)
        {
            problem = (await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RotateAsync(KeyRole.Seal, isLost: false, cancellation: Cancellation)).Problem;
        }

        Assert.IsType<LogProblem.NoMoreKeys>(problem);
        Assert.InRange(rotations, 25, 32);
        Assert.Null((await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RevokeAsync(KeyRole.Seal, cancellation: Cancellation)).Problem);
        Assert.IsType<LogProblem.NoMoreKeys>((await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RevokeAsync(KeyRole.Seal, cancellation: Cancellation)).Problem);
    }

    [Fact]
    public async Task After_a_revocation_what_stood_in_the_log_still_counts()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var (_, problem) = await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RevokeAsync(KeyRole.Seal, cancellation: Cancellation);
        Assert.Null(problem);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 1 person."));
        Assert.Equal(2, await desk.VerifyAsync());
    }

    /// <summary>Whether a release broke when the connection did at this step; when it did not break it must have been made.</summary>
    private static async Task<bool> BreaksAsync(ReleaseFixture desk, int step, Func<Task<ReleaseOutcome>> release)
    {
        desk.Database.StepsLeft = step;
        try
        {
            Assert.IsType<ReleaseOutcome.Done>(await release());
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
}
