using Storyprint.Formats.Html;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>
/// The fields of a front matter that are ours alone, in a map of their own (<c>storyprint: { label: analysis }</c>): names such as "label" and "sources" mean
/// something else in other people's archives.
/// </summary>
internal static class OwnFields
{
    public static StoryContent Read(Fields fields, StoryContent content, ImportWarnings warnings)
    {
        if (fields.Take("storyprint") is not Dictionary<string, object> map)
        {
            return content;
        }

        var own = fields.Map("storyprint", map);
        var opening = Known<DigitalSourceType>(own, "image_made", warnings);
        return content with
        {
            Label = Known<StoryLabel>(own, "label", warnings),
            Made = Known<DigitalSourceType>(own, "made", warnings),
            SearchHeadline = own.Text("search_headline"),
            SocialHeadline = own.Text("social_headline"),
            PaperHeadline = own.Text("paper_headline"),
            ContentWarning = own.Text("warning"),
            Sources = RichText.FromLines([.. Lines(own.Take("sources")).Select(line => HtmlToBlocks.ReadText(line, new HtmlToBlocksOptions(), warnings, "the sources").Text)]),
            Body = opening is { } made && content.FeaturedImage is { } picture ? [picture with { Made = made }, .. content.Body.Skip(1)] : content.Body,
        };
    }

    private static IEnumerable<string> Lines(object? value) => value switch
    {
        string text => [text],
        List<object> list => list.OfType<string>(),
        _ => [],
    };

    private static T? Known<T>(Fields own, string name, ImportWarnings warnings)
        where T : struct, Enum
    {
        var said = own.Text(name);
        var known = CodeNames.Named<T>(said);
        if (known is null && said.Length > 0)
        {
            warnings.Add($"The field “storyprint.{name}” was left out: “{ImportWarnings.Long(said)}” is none of {string.Join(", ", Enum.GetValues<T>().Select(CodeNames.Of<T>))}.");
        }

        return known;
    }
}
