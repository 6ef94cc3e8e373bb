using System.Runtime.InteropServices;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Counts each word in both texts of a comparison. Computed when a spelling is first judged.</summary>
internal sealed class ComparisonWords(TokenizedParagraph[] before, TokenizedParagraph[] after)
{
    private readonly Lazy<Dictionary<string, int>> old = new(() => Counted(before));
    private readonly Lazy<Dictionary<string, int>> now = new(() => Counted(after));

    /// <param name="key">A word in lower case.</param>
    public (int Before, int After) Count(string key) => (old.Value.GetValueOrDefault(key), now.Value.GetValueOrDefault(key));

    private static Dictionary<string, int> Counted(TokenizedParagraph[] paragraphs)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in paragraphs.SelectMany(paragraph => paragraph.Words))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        return counts;
    }
}
