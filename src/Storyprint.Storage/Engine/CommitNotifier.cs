namespace Storyprint.Storage.Engine;

/// <summary>Notifies subscribers in this process of commits that change what readers see.</summary>
public sealed class CommitNotifier
{
    private readonly Lock gate = new();
    private Func<Task>[] told = [];

    /// <summary>Calls back after each commit of this process, before its caller gets an answer, until the result is disposed.</summary>
    /// <param name="tell">Must not throw: the commit stands.</param>
    public IDisposable Subscribe(Func<Task> tell)
    {
        lock (gate)
        {
            told = [.. told, tell];
        }

        return new Subscription(this, tell);
    }

    /// <summary>To be called right after a commit.</summary>
    public async Task NotifyAsync()
    {
        foreach (var tell in told)
        {
            await tell();
        }
    }

    private sealed class Subscription(CommitNotifier changes, Func<Task> tell) : IDisposable
    {
        public void Dispose()
        {
            lock (changes.gate)
            {
                changes.told = [.. changes.told.Where(each => each != tell)];
            }
        }
    }
}

/// <summary>A notification about a database that other processes write to.</summary>
public enum DatabaseChange
{
    /// <summary>The watch began, or began again: commits before may have been missed.</summary>
    Watching,

    /// <summary>Some process committed.</summary>
    Committed,
}
