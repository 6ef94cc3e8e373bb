using System.Data.Common;
using System.Security.Cryptography;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Log;

/// <summary>What logging gives a revision: its index, its salt and its seal.</summary>
internal sealed record LoggedText(long Index, byte[]? Salt, byte[]? Seal);

/// <summary>
/// Appends entries to the log inside one transaction: collected while the transaction's other rows are written, then hashed, signed and stored together, last.
/// </summary>
internal sealed class LogAppend(DbTransaction transaction, PublisherName publisher, KeyRing keys, LogHead? before, TreeBuilder tree) : IRevisionLog
{
    private readonly List<byte[]> entries = [];

    /// <summary>The size of the log before.</summary>
    public long OldSize => before?.Size ?? 0;

    /// <summary>The index that the next entry gets.</summary>
    public long NextIndex => OldSize + entries.Count;

    /// <summary>The new head after <see cref="WriteAsync"/>; valid once the transaction is committed.</summary>
    public LogHead? Written { get; private set; }

    public long Add(LogEntry entry)
    {
        entries.Add(entry.ToBytes());
        return NextIndex - 1;
    }

    /// <summary>Seals and logs a revision's text. A withdrawal has no text: its entry commits to random bytes that nobody keeps.</summary>
    /// <param name="digest">SHA-256 of the canonical text, or null for a withdrawal.</param>
    /// <param name="previous">The log index of the story's previous revision.</param>
    public LoggedText Add(StoryCode code, int number, string language, ReleaseKind kind, DateTimeOffset at, byte[]? digest, long? previous)
    {
        var name = RevisionName.TryCreate(code.Digits, number, out var made) ? made : throw new ArgumentException($"{code}.{number} cannot be logged.", nameof(code));
        var salt = new Salt(RandomNumberGenerator.GetBytes(Salt.Length));
        var text = new TextDigest(new Sha256Hash(digest ?? RandomNumberGenerator.GetBytes(Sha256Hash.Length)));
        var index = Add(new RevisionEntry
        {
            Publisher = publisher,
            Revision = name,
            Language = language,
            Release = KindOf(kind),
            PublishedAt = at,
            Text = Commitment.To(text, salt),
            PreviousIndex = previous,
        });
        return digest is null
            ? new LoggedText(index, null, null)
            : new LoggedText(index, salt.ToArray(), Seal.Sign(keys.Seal, keys.SealOrdinal, name, at, text.Prefix).ToBytes());
    }

    /// <summary>Writes entries, hashes and the newly signed head.</summary>
    /// <exception cref="System.Data.DBConcurrencyException">Another release changed the head meanwhile; the transaction must be rolled back.</exception>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await LogTableWriter.AppendAsync(transaction, OldSize, entries, tree, cancellation);

        // Signed last. An interruption between this and the commit leaves a signed tree that nobody has seen: the transaction is rolled back, and the next
        // release signs another tree of this size only if the entries are the same or mark and head agree that this one was never shown.
        var root = tree.Root();
        var checkpoint = SignedCheckpoint.Sign(
            new Checkpoint { Origin = publisher.KeyName(KeyRole.Log), Size = tree.Size, Root = root }, keys.Log);
        var next = new LogHead(tree.Size, root, checkpoint);
        await LogTableWriter.MoveHeadAsync(transaction, before, next, cancellation);
        Written = next;
    }

    private static RevisionKind KindOf(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Publish => RevisionKind.Publish,
        ReleaseKind.Update => RevisionKind.Update,
        ReleaseKind.Correction => RevisionKind.Correction,
        ReleaseKind.Retraction => RevisionKind.Retraction,
        ReleaseKind.Withdrawal => RevisionKind.Withdrawal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
