using System.Text;
using Storyprint.Text.Folding;

namespace Storyprint.Text.Matching;

/// <summary>A word of a text by the hash of its folded form, with the way back to its place in the original.</summary>
/// <param name="Start">UTF-16 offset in the original text.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="IsAlone">Whether it is a character of a script without spaces.</param>
public readonly record struct HashedWord(ulong Hash, int Start, int End, bool IsAlone)
{
    /// <summary>A word is worth several characters of a script without spaces: 3 words or 5 characters make a shingle.</summary>
    public int Weight => IsAlone ? 3 : 5;

    /// <summary>The words of a text in order.</summary>
    public static List<HashedWord> Of(string text)
    {
        var words = new List<HashedWord>((text.Length / 5) + 1);
        foreach (var word in FoldedWord.Of(text))
        {
            Add(words, word.Form, word.Start, word.Start + word.Length, isInOriginal: true);
        }

        return words;
    }

    /// <summary>The words of texts that are folded already, separated by spaces; their places are those in the folded texts.</summary>
    public static List<HashedWord> OfFolded(params ReadOnlySpan<string> folded)
    {
        var length = 0;
        foreach (var text in folded)
        {
            length += text.Length;
        }

        var words = new List<HashedWord>((length / 5) + 1);
        foreach (var text in folded)
        {
            Add(words, text, 0, text.Length, isInOriginal: false);
        }

        return words;
    }

    // Folding makes several words of a ligature such as ﷺ, and characters of a script without spaces of half-width kana.
    private static void Add(List<HashedWord> words, ReadOnlySpan<char> folded, int start, int end, bool isInOriginal)
    {
        for (var index = 0; index < folded.Length;)
        {
            var length = Length(folded[index..], out var isAlone);
            if (length > 0)
            {
                var (from, to) = isInOriginal ? (start, end) : (index, index + length);
                words.Add(new HashedWord(WordHash.Of(folded.Slice(index, length)), from, to, isAlone));
            }

            index += Math.Max(length, 1);
        }
    }

    private static int Length(ReadOnlySpan<char> folded, out bool isAlone)
    {
        isAlone = false;
        for (var index = 0; index < folded.Length;)
        {
            if (folded[index] == ' ')
            {
                return index;
            }

            var step = 1;
            if (folded[index] >= '\u0E00' && Rune.DecodeFromUtf16(folded[index..], out var rune, out step) == System.Buffers.OperationStatus.Done
                && FoldedWord.IsWrittenWithoutSpaces(rune.Value))
            {
                isAlone = index == 0;
                return isAlone ? step : index;
            }

            index += Math.Max(step, 1);
        }

        return folded.Length;
    }
}
