using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Storage.Log;

/// <summary>
/// Guards against a forked log: compares the database with what is kept outside it, the high-water mark and the last statements of the witnesses. Both
/// are written after a commit, so they must be read before the head: a head read later cannot be behind them unless the database was set back.
/// </summary>
internal sealed class ForkGuard
{
    private readonly string path;
    private readonly MarkReading mark;
    private readonly IReadOnlyList<(string Name, WitnessStatement Statement)> statements;
    private readonly LogProblem? unreadable;

    private ForkGuard(HighWaterMark mark)
    {
        (path, this.mark, statements) = (mark.Path, mark.Read(), []);
        unreadable = this.mark is MarkReading.Unreadable(var reason) ? new LogProblem.MarkUnreadable(path, reason) : null;
        try
        {
            statements = mark.LastStatements();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            unreadable ??= new LogProblem.MarkUnreadable(mark.WitnessStatements.Path, fault.Message);
        }
    }

    public static ForkGuard Read(HighWaterMark mark) => new(mark);

    /// <summary>The problem of a database without a log: it was set back. Null where nothing outside says that there was a log.</summary>
    public LogProblem? CheckMissing() => unreadable ?? (mark.Last is { Size: > 0 } marked ? new LogProblem.SetBack(marked.Size, marked.At, 0) : null);

    /// <summary>The problem of a log of this size: the mark says that more was published. Null where it does not.</summary>
    public LogProblem? CheckSize(long size) => unreadable ?? mark switch
    {
        MarkReading.At at when at.Mark.Size > size => new LogProblem.SetBack(at.Mark.Size, at.Mark.At, size),
        MarkReading.At { IsTorn: true } at when at.Mark.Size == size => new LogProblem.MarkTorn(path, at.Mark.Size, at.Mark.At, size),
        _ => null,
    };

    /// <summary>
    /// The problem of a log whose hashes are not those that were published; or null. The witnesses reveal it even where the mark was set back together with the
    /// database.
    /// </summary>
    public async Task<LogProblem?> CheckHistoryAsync(StoredHashReader hashes, LogHead head, CancellationToken cancellation)
    {
        if (mark.Last is { } marked && (marked.Size == head.Size ? head.Root : await MerkleTree.RootAsync(hashes, marked.Size, cancellation)) != marked.Root)
        {
            return new LogProblem.Forked(marked.Size, marked.At);
        }

        foreach (var (name, statement) in statements)
        {
            if (statement is WitnessStatement.Contradicted)
            {
                return new LogProblem.WitnessContradicts(name, statement.Size, statement.At);
            }

            if (statement.Size > head.Size)
            {
                return new LogProblem.WitnessAhead(name, statement.Size, statement.At, head.Size);
            }

            if (statement is WitnessStatement.Cosigned cosigned && await MerkleTree.RootAsync(hashes, cosigned.Size, cancellation) != cosigned.Root)
            {
                return new LogProblem.WitnessContradicts(name, statement.Size, statement.At);
            }
        }

        return null;
    }
}
