using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Storage.Log;

/// <summary>
/// Guards against a forked log: compares the database with what is kept outside it, the high-water mark, the marks of other nodes where they share a place, and
/// the last statements of the witnesses. All are written after a commit, so they must be read before the head: a head read later cannot be behind them unless the
/// database was set back.
/// </summary>
internal sealed class ForkGuard
{
    private readonly string path;
    private readonly MarkReading mark;
    private readonly IReadOnlyList<(string Name, WitnessStatement Statement)> statements;
    private readonly LogProblem? unreadable;
    private readonly string? place;
    private IReadOnlyList<NodeMark> others = [];

    private ForkGuard(HighWaterMark mark)
    {
        place = mark.Shared?.Place;
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

    /// <summary>Why the marks of the other nodes could not be read; null where they were, or where none are shared.</summary>
    public string? OthersUnread { get; private set; }

    public static async Task<ForkGuard> ReadAsync(HighWaterMark mark, CancellationToken cancellation)
    {
        var guard = new ForkGuard(mark);
        try
        {
            guard.others = mark.Shared is { } shared ? await shared.ReadAsync(cancellation) : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Stops nothing while the server is the same: the place may be away for a moment. After a change of the server it does.
            guard.OthersUnread = fault.Message;
        }

        return guard;
    }

    /// <summary>The problem of a database without a log: it was set back. Null where nothing outside says that there was a log.</summary>
    public LogProblem? CheckMissing() => unreadable ?? (mark.Last is { Size: > 0 } marked ? new LogProblem.SetBack(marked.Size, marked.At, 0) : Ahead(0));

    /// <summary>The problem of a log of this size: the mark says that more was published. Null where it does not.</summary>
    public LogProblem? CheckSize(long size) => unreadable ?? mark switch
    {
        MarkReading.At at when at.Mark.Size > size => new LogProblem.SetBack(at.Mark.Size, at.Mark.At, size),
        MarkReading.At { IsTorn: true } at when at.Mark.Size == size => new LogProblem.MarkTorn(path, at.Mark.Size, at.Mark.At, size),
        _ => Ahead(size),
    };

    private LogProblem.NodeAhead? Ahead(long size) =>
        others.MaxBy(other => other.Mark.Size) is { } most && most.Mark.Size > size ? new LogProblem.NodeAhead(most.Node, place!, most.Mark.Size, most.Mark.At, size) : null;

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

        foreach (var (node, other) in others)
        {
            if (await MerkleTree.RootAsync(hashes, other.Size, cancellation) != other.Root)
            {
                return new LogProblem.NodeContradicts(node, place!, other.Size, other.At);
            }
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
