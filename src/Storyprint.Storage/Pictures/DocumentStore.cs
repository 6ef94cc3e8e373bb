using System.Security.Cryptography;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Body;

namespace Storyprint.Storage.Pictures;

/// <summary>Documents and sounds that stories link to, kept untouched beside the originals of pictures and served under their own names.</summary>
public sealed class DocumentStore(Database database, MediaStore media, TimeProvider clock)
{
    /// <summary>The largest file accepted, in bytes.</summary>
    public const long MaxSize = 256L << 20;

    private const int LongestName = 100;

    /// <summary>The path at which a file is served.</summary>
    public static string PathOf(string hash, string name) => $"/media/{hash}/file/{Uri.EscapeDataString(name)}";

    // What tells the kind of a file stands at its beginning.
    private const int HeadLength = 8192;

    /// <inheritdoc cref="AddAsync(Stream, string, CancellationToken)"/>
    public Task<DocumentOutcome> AddAsync(byte[] bytes, string name, CancellationToken cancellation = default) => AddAsync(new MemoryStream(bytes, writable: false), name, cancellation);

    /// <summary>Adds a file; the same bytes are kept once, under the name they came with first.</summary>
    /// <param name="bytes">One that can be read twice.</param>
    /// <param name="name">The file's name, or an address that ends with it.</param>
    public async Task<DocumentOutcome> AddAsync(Stream bytes, string name, CancellationToken cancellation = default)
    {
        var outcome = await ExamineAsync(bytes, name, cancellation);
        if (outcome is not DocumentOutcome.Kept document)
        {
            return outcome;
        }

        // The file is written before its row: a row never names a missing file.
        bytes.Position = 0;
        await media.WriteOriginalAsync(document.Hash, bytes, cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            INSERT INTO picture (hash, media_type, width, height, file_name, byte_size, added_at) VALUES (@hash, @type, 0, 0, @name, @size, @at)
            ON CONFLICT (hash) DO UPDATE SET withdrawn_at = NULL, file_name = COALESCE(picture.file_name, @name)
            """,
            cancellation, ("@hash", document.Hash), ("@type", document.Kind.MediaType), ("@name", document.Name), ("@size", document.Bytes), ("@at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return await FindAsync(document.Hash, cancellation) is { } stored ? document with { Name = stored.Name } : document;
    }

    /// <summary>What <see cref="AddAsync(Stream, string, CancellationToken)"/> would answer; nothing is stored.</summary>
    public static async Task<DocumentOutcome> ExamineAsync(Stream bytes, string name, CancellationToken cancellation = default)
    {
        if (bytes.Length > MaxSize)
        {
            return new DocumentOutcome.Refused($"The file has {bytes.Length >> 20} MB; at most {MaxSize >> 20} MB are taken.");
        }

        var (safe, head) = (SafeName(name), new byte[Math.Min(HeadLength, bytes.Length)]);
        bytes.Position = 0;
        await bytes.ReadExactlyAsync(head, cancellation);
        if (FileKind.Of(safe, head) is not { } kind)
        {
            return new DocumentOutcome.Refused("The file is not what its name says, or of no kind that is taken: PDF, CSV, office documents, MP3, M4A, Ogg, WAV, FLAC, MP4, WebM.");
        }

        bytes.Position = 0;
        return new DocumentOutcome.Kept(Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation)), safe, kind, bytes.Length);
    }

    /// <summary>Name and kind of a file that readers may have; null where there is none, or it was withdrawn.</summary>
    /// <param name="hash">SHA-256 of its bytes, lower-case hex.</param>
    public async Task<(string Name, FileKind Kind)?> FindAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync<(string, FileKind)?>(
            "SELECT file_name, media_type FROM picture WHERE hash = @hash AND withdrawn_at IS NULL AND file_name IS NOT NULL",
            row => (row.GetString(0), FileKind.OfType(row.GetString(1))), cancellation, ("@hash", hash));
    }

    /// <summary>Its bytes; null where the media do not have them. The caller disposes the stream.</summary>
    public Task<Stream?> OpenAsync(string hash, CancellationToken cancellation = default) => media.OpenOriginalAsync(hash, cancellation);

    // The last part of a path, without what means something in paths, addresses or headers.
    private static string SafeName(string name)
    {
        var path = name.Split('?', '#')[0];
        var last = Uri.UnescapeDataString(path[(path.LastIndexOfAny(['/', '\\']) + 1)..]).Normalize();
        var clean = string.Concat(last.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-')).Trim('-', '.');
        var ending = Path.GetExtension(clean);
        var stem = clean[..^ending.Length].TrimEnd('-', '.');
        return (stem.Length <= LongestName - ending.Length ? stem : stem[..(LongestName - ending.Length)].TrimEnd('-', '.')) + ending;
    }
}

/// <summary>The outcome of adding a document.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    /// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
    /// <param name="Name">The name under which it is served.</param>
    public sealed record Kept(string Hash, string Name, FileKind Kind, long Bytes) : DocumentOutcome
    {
        public string Path => DocumentStore.PathOf(Hash, Name);

        /// <summary>The file as a story has it.</summary>
        public StoredFile File => new(Hash, Name, Kind.MediaType, Bytes);
    }

    /// <param name="Reason">Why it was refused, for the person who offered it.</param>
    public sealed record Refused(string Reason) : DocumentOutcome;
}
