using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;

namespace Storyprint.Provenance.Entries;

/// <summary>
/// How far the newsroom's own record of acts had got, and the digest of all of it: <c>storyprint/record/v1</c>. It says nothing of what was done; it keeps those who
/// have the database from rewriting what was.
/// </summary>
public sealed record RecordEntry : LogEntry
{
    internal static ReadOnlySpan<byte> Kind => "storyprint/record/v1"u8;

    /// <summary>The publisher.</summary>
    public required PublisherName Publisher { get; init; }

    /// <summary>The number of the record's last entry.</summary>
    public required long Number { get; init; }

    /// <summary>The digest up to and with that entry.</summary>
    public required Sha256Hash Digest { get; init; }

    /// <summary>When this was logged, to the second.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public override DateTimeOffset? Time => At;

    /// <inheritdoc/>
    public override byte[] ToBytes() => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"storyprint/record/v1\npublisher {Publisher}\nentries {Number}\ndigest {Convert.ToHexStringLower(Digest.ToArray())}\nat {EntryTime.Format(At)}\n"));

    internal static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out RecordEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        reason = "A record entry has five ASCII lines: the kind, publisher, entries, digest, at.";
        if (!EntryLines.TrySplit(bytes, out var lines) || lines.Length != 5
            || !PublisherName.TryParse(EntryLines.Value(lines[1], "publisher"), out var publisher)
            || !long.TryParse(EntryLines.Value(lines[2], "entries"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1
            || EntryLines.Value(lines[3], "digest") is not { Length: 64 } digest || !digest.All(char.IsAsciiHexDigitLower)
            || EntryLines.Value(lines[4], "at") is not { } at || !EntryTime.TryParse(at, out var time))
        {
            return false;
        }

        var read = new RecordEntry { Publisher = publisher, Number = number, Digest = new Sha256Hash(Convert.FromHexString(digest)), At = time };
        if (!read.ToBytes().AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        (entry, reason) = (read, null);
        return true;
    }
}
