using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Releases;

/// <summary>Writers that know nothing of each other, each beginning as a process does: its own database, keys and mark.</summary>
public class ManyWritersTests
{
    public sealed class OnPostgres : ManyWritersTests, IOnPostgres;

    private const int Writers = 8;
    private const int Each = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_that_publish_at_once_wait_for_each_other_and_none_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var refused = await Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => Task.Run(() => PublishAsync(desk, writer), Cancellation)));
        Assert.Empty(refused.SelectMany(each => each));
        Assert.Equal(Writers * Each, await desk.VerifyAsync());
        Assert.Equal((Writers * Each) + 2, desk.Log.Mark.Read().Last!.Size);
    }

    [Fact]
    public async Task A_database_that_was_set_back_is_refused_by_all_of_them()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("Another ferry sails");
        await desk.RestoreAsync();
        var problems = await Task.WhenAll(Enumerable.Range(1, Writers).Select(_ => Task.Run(
            async () =>
            {
                using var next = desk.Again();
                return await next.Log.PrepareAsync(Cancellation);
            }, Cancellation)));
        Assert.All(problems, problem => Assert.IsType<LogProblem.SetBack>(problem));
    }

    private static async Task<List<string>> PublishAsync(ReleaseFixture desk, int writer)
    {
        List<string> refused = [];
        using var process = desk.Again();
        for (var number = 1; number <= Each; number++)
        {
            // As each command and each start does, without the write lock.
            if (await process.Log.PrepareAsync(Cancellation) is { } problem)
            {
                refused.Add(problem.Sentence);
            }
            else if (await process.PublishAsync($"Ferry {number} of pier {writer} sails") is not ReleaseOutcome.Done and var outcome)
            {
                refused.Add(outcome.Reason);
            }
        }

        return refused;
    }
}
