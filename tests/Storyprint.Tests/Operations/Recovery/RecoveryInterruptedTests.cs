using Storyprint.Operations.Recovery;
using Storyprint.Storage.Log;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Recovery;

public class RecoveryInterruptedTests
{
    public sealed class OnPostgres : RecoveryInterruptedTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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

    // False once a recovery runs through: then it had fewer steps.
    private static async Task<bool> BreaksAsync(ReleaseFixture desk, int step, CopyInFolder copy)
    {
        desk.Database.StepsLeft = step;
        try
        {
            Assert.True(Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(desk, new SiteInFolder(copy.Folder))).IsComplete);
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
