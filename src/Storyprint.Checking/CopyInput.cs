using System.Text;
using Storyprint.Extraction;
using Storyprint.Text.Matching;

namespace Storyprint.Checking;

/// <summary>What somebody asks about, read once at the edge. A file or a picture becomes one by the text that is read from it.</summary>
public sealed record CopyInput
{
    /// <summary>The most that is read, in bytes of UTF-8: some 10,000 words.</summary>
    public const int MaxBytes = 64 << 10;

    private CopyInput(string raw)
    {
        Hidden = HiddenCharacter.In(raw);
        Text = VisibleText.Of(ShownOrder.Of(raw));
    }

    /// <summary>What was read from a file. Nothing hides in what was recognised in a picture.</summary>
    public static CopyInput Of(ExtractedText read)
    {
        _ = TryRead(read.Text, out var input);
        return input with
        {
            Read = read,
            Hidden = read.IsRecognised || read.Kind == ContentKind.Pdf ? [] : input.Hidden,
        };
    }

    /// <summary>The file that it was read from; null for a text that was pasted.</summary>
    public ExtractedText? Read { get; private init; }

    /// <summary>Everything that may name a story: the text, and the marks on a picture.</summary>
    public string Naming => Read is { Marks.Count: > 0 } ? string.Join('\n', [.. Read.Marks, Text]) : Text;

    /// <summary>As readers see it.</summary>
    public string Text { get; }

    /// <summary>What it has that nobody sees.</summary>
    public IReadOnlyList<HiddenCharacter> Hidden { get; private init; }

    /// <summary>Reads a text; false where it is longer than <see cref="MaxBytes"/>.</summary>
    public static bool TryRead(string? text, out CopyInput input)
    {
        var isShort = Encoding.UTF8.GetByteCount(text ?? "") <= MaxBytes;
        input = new CopyInput(isShort ? StreamSafeText.Of((text ?? "").ReplaceLineEndings("\n").Replace('\0', ' ')) : "");
        return isShort;
    }
}
