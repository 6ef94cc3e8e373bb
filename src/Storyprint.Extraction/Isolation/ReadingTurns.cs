namespace Storyprint.Extraction.Isolation;

/// <summary>One at a time, and only so many that wait.</summary>
/// <param name="queue">How many may wait.</param>
internal sealed class ReadingTurns(int queue) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private int present;

    /// <summary>Waits for a turn, which lasts until what is returned is disposed; null at once where enough wait already.</summary>
    public async Task<IDisposable?> TakeAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref present) > queue + 1)
        {
            Interlocked.Decrement(ref present);
            return null;
        }

        try
        {
            await turn.WaitAsync(cancellation);
            return new Turn(this);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref present);
            throw;
        }
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(ReadingTurns turns) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref turns.present);
            turns.turn.Release();
        }
    }
}
