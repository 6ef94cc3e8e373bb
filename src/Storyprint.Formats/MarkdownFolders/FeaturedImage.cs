using System.Globalization;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>The picture named in the front matter, in the ways of the various site generators.</summary>
internal static class FeaturedImage
{
    public static Picture? Read(Fields fields, Func<string, string?> find, ImportWarnings warnings)
    {
        var value = fields.Take("image", "cover", "featured_image", "featuredImage", "picture", "thumbnail", "header", "heroImage", "images");
        if (value is List<object> list)
        {
            value = list.FirstOrDefault();
            foreach (var other in list.Skip(1))
            {
                warnings.Add($"A further picture of its fields was left out: {ImportWarnings.Short(other as string ?? (other as Dictionary<string, object>)?.Values.OfType<string>().FirstOrDefault() ?? string.Empty)}");
            }
        }

        var map = value is Dictionary<string, object> inside ? fields.Map("image", inside) : null;
        string Inner(params string[] names) => map?.Text(names) ?? string.Empty;
        var given = value as string ?? Inner("image", "path", "src", "url", "feature", "overlay_image", "teaser", "file");
        if (given.Length == 0)
        {
            return null;
        }

        var alt = Or(Inner("alt", "image_alt"), fields.Text("image_alt", "cover_alt", "alt", "featured_image_alt", "imageAlt"));
        var caption = Or(Inner("caption", "title"), fields.Text("image_caption", "caption", "imageCaption", "featured_image_caption"));
        var credit = Or(Inner("credit", "attribution"), fields.Text("image_credit", "credit", "imageCredit"));
        var address = PictureReader.Where(given, new HtmlToBlocksOptions { FindPicture = find });
        if (address is null)
        {
            warnings.Add($"The picture “{ImportWarnings.Short(given)}” is not in the archive’s folder and was left out.");
            return null;
        }

        var (words, others) = HtmlToBlocks.ReadText(caption, new HtmlToBlocksOptions(), warnings, "a caption");
        BlockFlattener.NoteLeftOut(others, warnings, "the caption of the picture");
        return new Picture
        {
            Address = address,
            Alt = HtmlPlainText.OneLine(alt, warnings, "the alternative text of a picture"),
            Caption = words,
            Credit = HtmlPlainText.OneLine(credit, warnings, "the credit of a picture"),
            Focus = Focus(fields, warnings),
        };
    }

    private static FocalPoint Focus(Fields fields, ImportWarnings warnings)
    {
        var parts = Fields.Parts(fields.Take("image_focus", "focus")).Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        if (parts is [var x, var y])
        {
            return FocalPoint.Within(x, y);
        }

        if (parts.Count > 0)
        {
            warnings.Add("The focus of the picture is not two numbers and was left out.");
        }

        return FocalPoint.Centre;
    }

    private static string Or(string first, string second) => first.Length > 0 ? first : second;
}
