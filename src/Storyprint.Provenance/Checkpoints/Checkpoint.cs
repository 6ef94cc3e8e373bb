using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Provenance.Checkpoints;

/// <summary>The statement of a log about its size and root at one moment (C2SP tlog-checkpoint v1.0.0): the text of a checkpoint note.</summary>
public sealed record Checkpoint
{
    /// <summary>The log's name, <c>HOST/log</c>; also the name of its key.</summary>
    public required string Origin { get; init; }

    /// <summary>The number of entries in the log.</summary>
    public required long Size { get; init; }

    /// <summary>The root of the tree of these entries.</summary>
    public required Sha256Hash Root { get; init; }

    /// <summary>Further lines, kept because they are signed. Storyprint writes none.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Parses a checkpoint's text, as in a signed note.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? reason)
    {
        checkpoint = null;
        if (!StrictUtf8.TryGetLines(text, out var lines) || lines.Length < 3 || lines.Contains("") || text.ContainsAnyInRange((byte)0, (byte)9) || text.ContainsAnyInRange((byte)11, (byte)31))
        {
            reason = "A checkpoint has at least three lines, none empty: origin, size and root.";
            return false;
        }

        if (!StrictDecimal.TryParse(lines[1], out var size))
        {
            reason = "The checkpoint's size is not a decimal number without leading zeros.";
            return false;
        }

        if (!Sha256Hash.TryParseBase64(lines[2], out var root))
        {
            reason = "The checkpoint's root is not base64 of 32 bytes.";
            return false;
        }

        checkpoint = new Checkpoint { Origin = lines[0], Size = size, Root = root, Extensions = lines[3..] };
        reason = null;
        return true;
    }

    /// <summary>The text that is signed: UTF-8, every line ends with LF.</summary>
    public byte[] ToBytes() =>
        StrictUtf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n{string.Concat(Extensions.Select(line => $"{line}\n"))}"));

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) => other is not null && ToBytes().AsSpan().SequenceEqual(other.ToBytes());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);
}
