using System.Collections.Concurrent;
using Storyprint.Web.Limits;

namespace Storyprint.Tests.Web.Limits;

public sealed class DedicatedThreadSchedulerTests : IDisposable
{
    private readonly DedicatedThreadScheduler scheduler = new("test", 2);

    public void Dispose() => scheduler.Dispose();

    [Fact]
    public async Task Work_and_what_it_awaits_stays_on_its_threads()
    {
        var names = new ConcurrentBag<string?>();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => scheduler.RunAsync(async () =>
        {
            names.Add(Thread.CurrentThread.Name);
            await Task.Yield();
            names.Add(Thread.CurrentThread.Name);
            await Task.Run(() => Assert.True(Thread.CurrentThread.IsThreadPoolThread));
            names.Add(Thread.CurrentThread.Name);
        })));
        Assert.Equal(150, names.Count);
        Assert.All(names, name => Assert.Equal("test", name));
    }

    [Fact]
    public async Task Whoever_waits_for_it_goes_on_elsewhere()
    {
        await scheduler.RunAsync(() => Task.CompletedTask);
        Assert.NotEqual("test", Thread.CurrentThread.Name);
    }

    [Fact]
    public async Task What_blocks_takes_no_more_threads_than_there_are()
    {
        var (atWork, most) = (0, 0);
        using var gate = new ManualResetEventSlim();
        var all = Enumerable.Range(0, 20).Select(_ => scheduler.RunAsync(() =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref atWork));
            gate.Wait();
            Interlocked.Decrement(ref atWork);
            return Task.CompletedTask;
        })).ToArray();
        await Polling.UntilAsync(() => Volatile.Read(ref atWork) == 2);
        gate.Set();
        await Task.WhenAll(all);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_fault_goes_to_whoever_waits() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => scheduler.RunAsync(() => throw new InvalidOperationException("no")));

    private static void InterlockedMax(ref int most, int value)
    {
        for (var before = Volatile.Read(ref most); value > before; before = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, before);
        }
    }
}
