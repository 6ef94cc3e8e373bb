using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Wxr;

/// <summary>The words that WordPress's library keeps with pictures that no story shows: no story has them, so the report must.</summary>
internal sealed class LibraryCaptions
{
    // Nobody reads more of them in one line; the number says how many there are.
    private const int MostNamed = 200;

    private readonly HashSet<string> shown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers the pictures that a story shows.</summary>
    public void NotePicturesOf(ImportedItem item)
    {
        if (item is ImportedStory story)
        {
            shown.UnionWith(story.Content.Body.OfType<Picture>().Select(picture => picture.Address).OfType<string>().Select(WordPressImageSizes.Plain));
        }
    }

    /// <summary>The captions and descriptions of the other pictures with their files, as a <see cref="SkippedItem.What"/>; null where there are none.</summary>
    /// <param name="library">All files of a site.</param>
    public string? Unshown(IEnumerable<WxrAttachment> library)
    {
        var left = library.Where(file => file.Caption.Length + file.Alt.Length > 0 && !shown.Contains(WordPressImageSizes.Plain(file.Address))).Select(Words).ToList();
        return left.Count == 0 ? null
            : $"{(left.Count == 1 ? "caption of a picture" : $"captions of {left.Count} pictures")} that no story shows: {string.Join("; ", left.Take(MostNamed))}{(left.Count > MostNamed ? $"; and {left.Count - MostNamed} more" : "")}";
    }

    private static string Words(WxrAttachment file)
    {
        var words = string.Join(" / ", new[] { HtmlPlainText.OneLine(file.Caption), file.Alt }.Where(text => text.Length > 0).Distinct());
        return $"{file.Address[(file.Address.LastIndexOf('/') + 1)..]} “{ImportWarnings.Long(words)}”";
    }
}
