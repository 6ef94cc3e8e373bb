using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>Reads a page saved as text: one paragraph per line, or wrapped lines with empty lines between paragraphs.</summary>
internal static class PlainTextPage
{
    public static SavedPage Read(string text)
    {
        var body = new List<Block>();
        var group = new List<string>();
        foreach (var line in ControlCharacterFilter.Remove(text.Replace('\f', '\n')).ReplaceLineEndings("\n").Split('\n', '\u2028', '\u2029'))
        {
            var words = line.Trim(' ', '\t', '\u00A0', '\uFEFF', '\u200E', '\u200F');
            if (words.Length > 0)
            {
                group.Add(HtmlPlainText.Fold(words));
                continue;
            }

            Flush(group, body);
        }

        Flush(group, body);
        return new SavedPage { Body = body };
    }

    // Lines were wrapped by a program if each but the last is about as long as the longest.
    private static void Flush(List<string> group, List<Block> body)
    {
        var longest = group.Count == 0 ? 0 : group.Max(line => line.Length);
        var isWrapped = group.Count > 1 && longest is >= 50 and <= 120
            && group.Take(group.Count - 1).All(line => line.Length >= longest * 0.7)
            && !group.Exists(line => PageLineClassifier.IsSpecial(line));
        IEnumerable<string> texts = isWrapped ? [string.Join(' ', group)] : group;
        body.AddRange(texts.Select(text => new Paragraph(RichText.From(text))));
        group.Clear();
    }
}
