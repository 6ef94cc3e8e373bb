using System.Text;
using Storyprint.Formats.Languages;

namespace Storyprint.Formats.Encodings;

/// <summary>Reads texts that are no UTF-8 and do not say what they are: in the encoding that whoever imports has named, or as a guess by the languages of the editions.</summary>
/// <param name="Encoding">The one that was named, or null.</param>
/// <param name="Languages">Those of the editions, the likeliest first.</param>
internal sealed record UnlabelledText(Encoding? Encoding, IReadOnlyList<string> Languages)
{
    private const int FewWords = 3;

    /// <summary>The text in the code page of the edition whose language it turns out to be in; null where it is in none.</summary>
    public DecodedText? Guess(ReadOnlySpan<byte> bytes)
    {
        var (best, most) = ((DecodedText?)null, FewWords - 1);
        foreach (var language in Languages)
        {
            if (CodePages.Of(language) is { } page && TextEncodingDetector.Strict(page, bytes) is { Text: { } text } read && Hits(language, text) is var hits && hits > most)
            {
                (best, most) = (read with { Doubt = Doubt(page.WebName, language) }, hits);
            }
        }

        return best;
    }

    private static string Doubt(string name, string language) =>
        $"It says no encoding and is no UTF-8; it was read as {name}, after the language of the edition “{language}”. If its letters are right, import it again with --encoding {name}";

    // The letters beyond ASCII must be the language's own: read in another code page they are letters too, but of another script or none.
    private static int Hits(string language, string text)
    {
        var beyond = string.Concat(text.Where(letter => letter > '\u007F'));
        return Script.OfLanguage(language) == Script.Of(beyond) && !beyond.Any(letter => char.IsControl(letter)) ? LanguageGuess.Hits(language, text) : 0;
    }
}
