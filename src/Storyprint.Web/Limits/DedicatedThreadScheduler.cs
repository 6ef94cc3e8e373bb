using System.Collections.Concurrent;

namespace Storyprint.Web.Limits;

/// <summary>
/// Runs work, with everything that it awaits, on a fixed number of threads of its own, so that calls that block (SQLite's, a decoder's) never take
/// a thread of the pool, which answers cached pages. The threads begin with the first work.
/// </summary>
internal sealed class DedicatedThreadScheduler(string name, int threads) : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> queue = [];
    private int started;

    public override int MaximumConcurrencyLevel => threads;

    /// <summary>Runs asynchronous work whose continuations return to these threads.</summary>
    public Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public void Dispose() => queue.CompleteAdding();

    protected override void QueueTask(Task task)
    {
        if (Volatile.Read(ref started) < threads && Interlocked.Increment(ref started) <= threads)
        {
            new Thread(Work) { IsBackground = true, Name = name }.Start();
        }

        queue.Add(task);
    }

    // Only a thread of ours goes on with work of ours at once.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Current == this && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => queue.ToArray();

    private void Work()
    {
        foreach (var task in queue.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
