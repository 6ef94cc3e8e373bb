using System.Globalization;

namespace Storyprint.Web.SocialImages;

/// <summary>Lays out a headline: as large as its space allows, in lines of similar length.</summary>
/// <param name="Size">Font size in pixels.</param>
internal sealed record HeadlineLayout(float Size, IReadOnlyList<string> Lines)
{
    /// <summary>Size, width and height are in pixels; the leading is a multiple of the size.</summary>
    public sealed record Place(float Width, float Height, float Leading, float Largest, float Smallest, int MaxLines);

    /// <param name="measure">The width of a text in ems.</param>
    public static HeadlineLayout Create(string headline, Place place, Func<string, float> measure)
    {
        var space = measure(" ");
        var words = headline.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Pieces(word).Select((piece, index) => new Word(piece, measure(piece), index == 0 ? space : 0))).ToList();
        for (var size = place.Largest; size >= place.Smallest; size -= 2)
        {
            var lines = Break(words, place.Width / size);
            if (lines is not null && lines.Count <= place.MaxLines && lines.Count * place.Leading * size <= place.Height)
            {
                return new HeadlineLayout(size, Balance(words, place.Width / size, lines));
            }
        }

        return new HeadlineLayout(place.Smallest, Cut(words, place, measure));
    }

    // Fills lines greedily; null where a single word is too wide.
    private static List<string>? Break(List<Word> words, float width)
    {
        var lines = new List<string>();
        var filled = 0f;
        foreach (var (word, wide, space) in words)
        {
            if (wide > width)
            {
                return null;
            }

            if (lines.Count == 0 || filled + space + wide > width)
            {
                lines.Add(word);
                filled = wide;
            }
            else
            {
                lines[^1] += (space > 0 ? " " : "") + word;
                filled += space + wide;
            }
        }

        return lines;
    }

    // The narrowest width that needs no additional line gives the most similar lines.
    private static List<string> Balance(List<Word> words, float width, List<string> lines)
    {
        var (low, high) = (0f, width);
        for (var step = 0; step < 12; step++)
        {
            var middle = (low + high) / 2;
            if (Break(words, middle) is { } narrower && narrower.Count == lines.Count)
            {
                (high, lines) = (middle, narrower);
            }
            else
            {
                low = middle;
            }
        }

        return lines;
    }

    // An import may bring a headline as long as this: it is cut and ends with an ellipsis.
    private static List<string> Cut(List<Word> words, Place place, Func<string, float> measure)
    {
        var width = place.Width / place.Smallest;
        var pieces = words.SelectMany(word => word.Width <= width ? [word] : Split(word, width, measure)).ToList();
        var lines = Break(pieces, width)!;
        var room = Math.Min(place.MaxLines, (int)(place.Height / (place.Leading * place.Smallest)));
        if (lines.Count <= room)
        {
            return lines;
        }

        var last = lines[room - 1];
        while (last.Contains(' ', StringComparison.Ordinal) && measure(last + " …") > width)
        {
            last = last[..last.LastIndexOf(' ')];
        }

        return [.. lines.Take(room - 1), last + " …"];
    }

    private static IEnumerable<Word> Split(Word word, float width, Func<string, float> measure)
    {
        var (piece, space) = (string.Empty, word.Space);
        var elements = StringInfo.GetTextElementEnumerator(word.Text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && measure(piece + element) > width)
            {
                yield return new Word(piece, measure(piece), space);
                (piece, space) = (string.Empty, 0);
            }

            piece += element;
        }

        yield return new Word(piece, measure(piece), space);
    }

    // Chinese and Japanese lines break between any two letters, but not before what closes or after what opens.
    private static IEnumerable<string> Pieces(string word)
    {
        var start = 0;
        for (var index = 1; index < word.Length; index++)
        {
            if ((IsIdeograph(word[index]) || IsIdeograph(word[index - 1])) && !NeverFirst.Contains(word[index]) && !NeverLast.Contains(word[index - 1]) && !char.IsLowSurrogate(word[index]))
            {
                yield return word[start..index];
                start = index;
            }
        }

        yield return word[start..];
    }

    private const string NeverFirst = "、。，．・：；？！」』）】〉》〕”’…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;?!)]}%";
    private const string NeverLast = "「『（【〈《〔“‘([{";

    private static bool IsIdeograph(char letter) => letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD888');

    /// <param name="Space">The room before it in ems, where it is not the first of a line.</param>
    private sealed record Word(string Text, float Width, float Space);
}
