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
        var words = headline.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, Width: measure(word))).ToList();
        var space = measure(" ");
        for (var size = place.Largest; size >= place.Smallest; size -= 2)
        {
            var lines = Break(words, space, place.Width / size);
            if (lines is not null && lines.Count <= place.MaxLines && lines.Count * place.Leading * size <= place.Height)
            {
                return new HeadlineLayout(size, Balance(words, space, place.Width / size, lines));
            }
        }

        return new HeadlineLayout(place.Smallest, Cut(words, space, place, measure));
    }

    // Fills lines greedily; null where a single word is too wide.
    private static List<string>? Break(List<(string Word, float Width)> words, float space, float width)
    {
        var lines = new List<string>();
        var filled = 0f;
        foreach (var (word, wide) in words)
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
                lines[^1] += " " + word;
                filled += space + wide;
            }
        }

        return lines;
    }

    // The narrowest width that needs no additional line gives the most similar lines.
    private static List<string> Balance(List<(string Word, float Width)> words, float space, float width, List<string> lines)
    {
        var (low, high) = (0f, width);
        for (var step = 0; step < 12; step++)
        {
            var middle = (low + high) / 2;
            if (Break(words, space, middle) is { } narrower && narrower.Count == lines.Count)
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
    private static List<string> Cut(List<(string Word, float Width)> words, float space, Place place, Func<string, float> measure)
    {
        var width = place.Width / place.Smallest;
        var pieces = words.SelectMany(word => word.Width <= width ? [word] : Split(word.Word, width, measure)).ToList();
        var lines = Break(pieces, space, width)!;
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

    private static IEnumerable<(string Word, float Width)> Split(string word, float width, Func<string, float> measure)
    {
        var piece = string.Empty;
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && measure(piece + element) > width)
            {
                yield return (piece, measure(piece));
                piece = string.Empty;
            }

            piece += element;
        }

        yield return (piece, measure(piece));
    }
}
