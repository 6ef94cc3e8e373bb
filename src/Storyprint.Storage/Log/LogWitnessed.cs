using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Storage.Log;

/// <summary>
/// What is known of the log outside the database: the mark and what the witnesses said. Both are written after a commit, so they are read before the head
/// is: a head that is read later cannot be behind them, however many others release meanwhile, unless the database was set back.
/// </summary>
internal sealed class LogWitnessed
{
    private readonly string path;
    private readonly MarkReading mark;
    private readonly IReadOnlyList<(string Name, WitnessStatement Word)> words;
    private readonly LogProblem? unreadable;

    private LogWitnessed(HighWaterMark mark)
    {
        (path, this.mark, words) = (mark.Path, mark.Read(), []);
        unreadable = this.mark is MarkReading.Unreadable(var reason) ? new LogProblem.MarkUnreadable(path, reason) : null;
        try
        {
            words = mark.LastStatements();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            unreadable ??= new LogProblem.MarkUnreadable(mark.Words.Path, fault.Message);
        }
    }

    public static LogWitnessed Read(HighWaterMark mark) => new(mark);

    /// <summary>Why a database without a log is one that was set back; null where nothing says that there was a log.</summary>
    public LogProblem? Vanished => unreadable ?? (mark.Last is { Size: > 0 } marked ? new LogProblem.SetBack(marked.Size, marked.At, 0) : null);

    /// <summary>Why a log of this size is behind what was published, as far as the mark knows; or null.</summary>
    public LogProblem? ProblemOf(long size) => unreadable ?? mark switch
    {
        MarkReading.At at when at.Mark.Size > size => new LogProblem.SetBack(at.Mark.Size, at.Mark.At, size),
        MarkReading.At { IsTorn: true } at when at.Mark.Size == size => new LogProblem.MarkTorn(path, at.Mark.Size, at.Mark.At, size),
        _ => null,
    };

    /// <summary>Why a log is not the one that was published, or null. Where the mark was set back together with the database, what the witnesses saw still stands.</summary>
    public async Task<LogProblem?> ProblemOfAsync(StoredHashReader hashes, LogHead head, CancellationToken cancellation)
    {
        if (mark.Last is { } marked && (marked.Size == head.Size ? head.Root : await MerkleTree.RootAsync(hashes, marked.Size, cancellation)) != marked.Root)
        {
            return new LogProblem.Forked(marked.Size, marked.At);
        }

        foreach (var (name, word) in words)
        {
            if (word is WitnessStatement.Contradicted)
            {
                return new LogProblem.WitnessContradicts(name, word.Size, word.At);
            }

            if (word.Size > head.Size)
            {
                return new LogProblem.WitnessAhead(name, word.Size, word.At, head.Size);
            }

            if (word is WitnessStatement.Cosigned cosigned && await MerkleTree.RootAsync(hashes, cosigned.Size, cancellation) != cosigned.Root)
            {
                return new LogProblem.WitnessContradicts(name, word.Size, word.At);
            }
        }

        return null;
    }
}
