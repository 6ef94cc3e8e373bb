using System.Data.Common;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Receipts;
using Storyprint.Provenance.Tiles;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Log;

/// <summary>The reading side of the log. Serves only what lies below the committed size.</summary>
/// <param name="seen">Told of each head before anybody is shown it; null for a copy that nobody signs.</param>
public sealed class LogStore(Database database, Func<LogHead, CancellationToken, Task>? seen = null)
{
    /// <summary>The newest checkpoint with the cosignatures known for it, or null before the log has begun.</summary>
    public async Task<SignedCheckpoint?> CheckpointAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await CheckpointAsync(connection, cancellation);
    }

    /// <summary>The head, with the checkpoint signed by the log alone; null before the log has begun.</summary>
    public async Task<LogHead?> HeadAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await HeadAsync(connection, cancellation);
    }

    /// <summary>The largest size, up to a given one, whose checkpoint a witness cosigned; 0 where none is known.</summary>
    public async Task<long> LastCosignedAsync(VerifierKey witness, long atMost, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>(
            "SELECT COALESCE(MAX(tree_size), 0) FROM log_cosignature WHERE vkey = @vkey AND tree_size <= @most", cancellation, ("@vkey", witness.ToString()), ("@most", atMost));
    }

    /// <summary>Entries in the log; 0 before it has begun.</summary>
    public async Task<long> SizeAsync(CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Log);
        await using var connection = await database.OpenAsync(cancellation);
        return await SizeAsync(connection, cancellation);
    }

    /// <summary>A hash tile or an entry bundle; null where the log is not that large yet.</summary>
    public async Task<byte[]?> TileAsync(TilePath path, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (!path.FitsIn(await SizeAsync(connection, cancellation)))
        {
            return null;
        }

        return path.IsEntries
            ? EntryBundle.ToBytes(await EntriesAsync(connection, path.Index * TilePath.FullWidth, path.Width, cancellation))
            : await HashTile.CreateAsync(new StoredHashReader(connection), path, cancellation);
    }

    /// <summary>A revision with its log entry, withdrawn or not; null where there is none.</summary>
    public async Task<LoggedRevision?> FindAsync(RevisionId revision, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, revision, cancellation);
    }

    /// <summary>The inclusion proof of a revision, or null where there is none.</summary>
    public async Task<Receipt?> ReceiptAsync(RevisionId revision, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await FindAsync(connection, revision, cancellation) is not { } logged || await CheckpointAsync(connection, cancellation) is not { } checkpoint)
        {
            return null;
        }

        return new Receipt
        {
            Index = logged.Index,
            Proof = await InclusionProof.CreateAsync(new StoredHashReader(connection), logged.Index, checkpoint.Body.Size, cancellation),
            Checkpoint = checkpoint,
            Extra = logged.Salt,
        };
    }

    /// <summary>The consistency proof from a size to the present one.</summary>
    public async Task<ConsistencyProof> ConsistencyAsync(long oldSize, long size, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ConsistencyProof.CreateAsync(new StoredHashReader(connection), oldSize, size, cancellation);
    }

    /// <summary>Stores a cosignature of the checkpoint of a size.</summary>
    public async Task KeepAsync(long size, VerifierKey witness, NoteSignature line, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO log_cosignature (tree_size, vkey, line) VALUES (@size, @vkey, @line) ON CONFLICT (tree_size, vkey) DO UPDATE SET line = @line",
            cancellation, ("@size", size), ("@vkey", witness.ToString()), ("@line", System.Text.Encoding.UTF8.GetBytes(line.ToString())));

        // Only the newest checkpoint is served; cosignatures of older ones are kept a while for clients that are just reading.
        await connection.ExecuteAsync("DELETE FROM log_cosignature WHERE tree_size < @old", cancellation, ("@old", size - 10_000));
        await transaction.CommitAsync(cancellation);
    }

    internal static async Task<List<ReadOnlyMemory<byte>>> EntriesAsync(DbConnection connection, long from, int count, CancellationToken cancellation)
    {
        var entries = await connection.QueryAsync(
            "SELECT bytes FROM log_entry WHERE log_index >= @from AND log_index < @to ORDER BY log_index", row => (ReadOnlyMemory<byte>)(byte[])row.GetValue(0),
            cancellation, ("@from", from), ("@to", from + count));
        return entries.Count == count ? entries : throw new InvalidDataException($"Of the entries from {from} on, {count} should be stored and {entries.Count} are.");
    }

    private static Task<long> SizeAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ScalarAsync<long>("SELECT tree_size FROM log_head WHERE id = 1", cancellation);

    private async Task<LogHead?> HeadAsync(DbConnection connection, CancellationToken cancellation)
    {
        var head = await LogHead.ReadAsync(connection, cancellation);
        if (head is not null && seen is not null)
        {
            await seen(head, cancellation);
        }

        return head;
    }

    private async Task<SignedCheckpoint?> CheckpointAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (await HeadAsync(connection, cancellation) is not { } head)
        {
            return null;
        }

        var lines = await connection.QueryAsync(
            "SELECT line FROM log_cosignature WHERE tree_size = @size ORDER BY vkey", ReadLine, cancellation, ("@size", head.Size));

        // A recovered checkpoint may already include this cosignature.
        return head.Checkpoint.With([.. lines.Where(line => !head.Checkpoint.Note.Signatures.Any(there => there.Name == line.Name && there.KeyId == line.KeyId))]);
    }

    private static NoteSignature ReadLine(DbDataReader row) =>
        NoteSignature.TryParse(System.Text.Encoding.UTF8.GetString((byte[])row.GetValue(0)), out var line)
            ? line
            : throw new InvalidDataException("A witness's line in the database cannot be read.");

    private static Task<LoggedRevision?> FindAsync(DbConnection connection, RevisionId revision, CancellationToken cancellation) => connection.FirstAsync(
        """
        SELECT r.log_index, e.bytes, r.salt, r.content, r.seal, s.current_revision, r.text_version, r.note FROM revision r
        JOIN story s ON s.id = r.story_id JOIN log_entry e ON e.log_index = r.log_index
        WHERE s.code = @code AND r.number = @number
        """,
        row => new LoggedRevision(
            revision, row.GetInt64(0), (byte[])row.GetValue(1), row.IsDBNull(2) ? null : (byte[])row.GetValue(2),
            row.TextOrNull(3) is { } json ? new RevisionText((TextVersion)row.GetInt32(6), StoryJson.Read(json), row.TextOrNull(7)) : null, row.IsDBNull(4) ? null : (byte[])row.GetValue(4), row.GetInt32(5)),
        cancellation, ("@code", revision.Code.Digits), ("@number", revision.Number.Value))!;
}

/// <summary>A revision with its log entry.</summary>
/// <param name="Index">Its log index.</param>
/// <param name="Entry">The entry, to the byte.</param>
/// <param name="Salt">Null after a withdrawal.</param>
/// <param name="Text">The canonical text; null after a withdrawal.</param>
/// <param name="Seal">The 85 bytes of the seal; null after a withdrawal.</param>
/// <param name="Newest">The number of the story's newest revision.</param>
public sealed record LoggedRevision(RevisionId Id, long Index, byte[] Entry, byte[]? Salt, RevisionText? Text, byte[]? Seal, int Newest)
{
    /// <summary>Whether the text was withdrawn.</summary>
    public bool IsErased => Text is null;
}
