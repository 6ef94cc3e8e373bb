using System.Buffers;
using System.Text.RegularExpressions;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Encodings;

/// <summary>Text that was decoded twice by an earlier system: “Ã©” where “é” was.</summary>
internal static partial class Mojibake
{
    /// <summary>Why the words may not be what was written, as a clause; null where nothing speaks against it.</summary>
    public static string? Of(string headline, IReadOnlyList<Block> body) =>
        new[] { headline }.Concat(body.SelectMany(block => block.Texts)).Where(text => text.AsSpan().ContainsAny(Firsts)).Select(text => Twice().Match(text)).FirstOrDefault(match => match.Success) is { } found
            ? $"Some of its characters look as if they had been decoded twice (“{ImportWarnings.Short(found.Value)}”)"
            : null;

    // Most texts have none of these, and are not looked at any further.
    private static readonly SearchValues<char> Firsts = SearchValues.Create("ÃÂØÙÚÛÐÑâ");

    // The first byte of a sequence of UTF-8 as Windows-1252 shows it, and one that may follow.
    // Quotation marks may stand behind a capital of Portuguese or Norwegian, so they are none of these; letters that begin Arabic and Russian count from two.
    [GeneratedRegex("\\w*(?:[ÃÂ][\u0080-\u00AA\u00AC-\u00BA\u00BC-\u00BF€‚ƒ„†‡ˆ‰ŠŒŽ•˜™šœžŸ]|(?:[ØÙÚÛÐÑ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}|â€[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])\\w*", RegexOptions.NonBacktracking)]
    private static partial Regex Twice();
}
