namespace Storyprint.Storage.Engine;

/// <summary>Who in this process wants to know of commits that change what readers see.</summary>
public sealed class CommitNotifier
{
    private readonly Lock gate = new();
    private Func<Task>[] told = [];

    /// <summary>Calls after each commit of this process, before whoever committed gets an answer; until the result is disposed.</summary>
    /// <param name="tell">It must not throw: what was committed stands.</param>
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

/// <summary>What is heard of a database that other processes write to.</summary>
public enum DatabaseChange
{
    /// <summary>The watch begins, or begins anew: anything may have been missed before.</summary>
    Watching,

    /// <summary>Somebody committed something.</summary>
    Committed,
}
