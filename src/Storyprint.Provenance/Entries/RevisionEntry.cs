using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;

namespace Storyprint.Provenance.Entries;

/// <summary>A revision was published: <c>storyprint/revision/v1</c>.</summary>
public sealed partial record RevisionEntry : LogEntry
{
    internal static ReadOnlySpan<byte> Kind => "storyprint/revision/v1"u8;

    /// <summary>The publisher.</summary>
    public required PublisherName Publisher { get; init; }

    /// <summary>The story's code and the revision's number.</summary>
    public required RevisionName Revision { get; init; }

    /// <summary>The edition's language, a BCP 47 tag such as <c>en</c> or <c>fa</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The kind of release.</summary>
    public required RevisionKind Release { get; init; }

    /// <summary>When, to the second.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Binds the entry to the revision's text.</summary>
    public required Commitment Text { get; init; }

    /// <summary>The log index of the story's previous revision, or null for the first one in the log.</summary>
    public long? PreviousIndex { get; init; }

    /// <summary>Whether the entry commits to this text: anybody with text and salt can check it.</summary>
    public bool CommitsTo(ReadOnlySpan<byte> canonicalText, Salt salt) => Text == Commitment.To(TextDigest.Compute(canonicalText), salt);

    /// <inheritdoc/>
    public override DateTimeOffset? Time => PublishedAt;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The language is not a tag, or the previous index is negative.</exception>
    public override byte[] ToBytes()
    {
        if (!LanguageTag().IsMatch(Language) || PreviousIndex < 0)
        {
            throw new InvalidOperationException($"Language '{Language}' and previous index {PreviousIndex} cannot be logged.");
        }

        var previous = PreviousIndex is { } index ? index.ToString(CultureInfo.InvariantCulture) : "-";
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"storyprint/revision/v1\npublisher {Publisher}\nstory {Revision.Code}\nrevision {Revision.Number}\nlang {Language}\nkind {Release.Word}\ntime {EntryTime.Format(PublishedAt)}\ntext {Text}\nprev {previous}\n"));
    }

    internal static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out RevisionEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        reason = null;
        if (!EntryLines.TrySplit(bytes, out var lines) || lines.Length != 9)
        {
            reason = "A revision entry has nine ASCII lines, each ended with LF.";
            return false;
        }

        string? Refuse(string line) => $"The line '{line}' is missing or malformed.";
        if (!PublisherName.TryParse(EntryLines.Value(lines[1], "publisher"), out var publisher))
        {
            reason = Refuse("publisher");
        }
        else if (!StrictDecimal.TryParse(EntryLines.Value(lines[3], "revision"), out var number)
            || !RevisionName.TryCreate(EntryLines.Value(lines[2], "story"), number, out var revision))
        {
            reason = Refuse("story or revision");
        }
        else if (EntryLines.Value(lines[4], "lang") is not { } language || !LanguageTag().IsMatch(language))
        {
            reason = Refuse("lang");
        }
        else if (!RevisionKind.TryParseWord(EntryLines.Value(lines[5], "kind"), out var kind))
        {
            reason = Refuse("kind");
        }
        else if (!EntryTime.TryParse(EntryLines.Value(lines[6], "time") ?? "", out var time))
        {
            reason = Refuse("time");
        }
        else if (!Sha256Hash.TryParseHex(EntryLines.Value(lines[7], "text"), out var text))
        {
            reason = Refuse("text");
        }
        else if (!TryReadPrevious(EntryLines.Value(lines[8], "prev"), out var previous))
        {
            reason = Refuse("prev");
        }
        else
        {
            entry = new RevisionEntry
            {
                Publisher = publisher,
                Revision = revision,
                Language = language,
                Release = kind,
                PublishedAt = time,
                Text = new Commitment(text),
                PreviousIndex = previous,
            };
        }

        return entry is not null;
    }

    private static bool TryReadPrevious(string? text, out long? previous)
    {
        previous = StrictDecimal.TryParse(text, out var index) ? index : null;
        return previous is not null || text == "-";
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
