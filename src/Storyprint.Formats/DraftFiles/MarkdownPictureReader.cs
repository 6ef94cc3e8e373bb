using System.Globalization;
using Markdig.Syntax.Inlines;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Reads a picture and the fields below it.</summary>
internal sealed class MarkdownPictureReader(KnownBlocks known, int firstLine)
{
    private static readonly string[] Names = [BlockWriter.CaptionField, BlockWriter.CreditField, BlockWriter.FocusField];

    /// <param name="lines">The lines of its paragraph, the picture's own first.</param>
    public Picture Read(LinkInline image, IReadOnlyList<List<Inline>> lines)
    {
        var source = image.Url ?? string.Empty;
        var picture = known.FileAt(source) ?? (source.Length > 0 && !source.StartsWith("picture:", StringComparison.Ordinal) ? new Picture { Address = source }
            : throw Refused(image, $"There is no picture “{source}” in the draft that the file was made from. A new one is named by its file: ![What it shows](boat.jpg)"));
        picture = picture with { Alt = Text(image).Plain, Caption = RichText.From(image.Title ?? string.Empty) };
        var name = BlockWriter.CaptionField;
        var fields = new Dictionary<string, List<Inline>>();
        foreach (var line in lines.Skip(1))
        {
            // A line without a name goes on with the field above it.
            if (line is [LiteralInline first, ..] && Names.FirstOrDefault(each => first.Content.ToString().StartsWith(each, StringComparison.Ordinal)) is { } begun)
            {
                name = begun;
                if (!fields.TryAdd(name, line))
                {
                    throw Refused(image, $"{name} stands twice below a picture.");
                }
            }
            else
            {
                fields[name] = [.. fields.GetValueOrDefault(name) ?? [new LiteralInline(name)], new LiteralInline(" "), .. line];
            }
        }

        return picture with
        {
            Caption = fields.TryGetValue(BlockWriter.CaptionField, out var caption) ? Without(Text(caption), BlockWriter.CaptionField) : picture.Caption,
            Credit = fields.TryGetValue(BlockWriter.CreditField, out var credit) ? BodyReader.Field(Text(credit).Plain, BlockWriter.CreditField) : string.Empty,
            Focus = fields.TryGetValue(BlockWriter.FocusField, out var focus) ? Point(image, BodyReader.Field(Text(focus).Plain, BlockWriter.FocusField)) : FocalPoint.Centre,
        };
    }

    // The name is in the first run, which has no marks.
    private static RichText Without(RichText text, string name) =>
        BodyReader.Field(text.Runs[0].Text, name) is { Length: > 0 } rest ? new RichText([text.Runs[0] with { Text = rest }, .. text.Runs.Skip(1)]) : new RichText([.. text.Runs.Skip(1)]);

    private FocalPoint Point(LinkInline at, string words) =>
        words.Split((char[]?)[' ', ','], StringSplitOptions.RemoveEmptyEntries) is [var left, var top] && double.TryParse(left, CultureInfo.InvariantCulture, out var x) && double.TryParse(top, CultureInfo.InvariantCulture, out var y)
        && x is >= 0 and <= 1 && y is >= 0 and <= 1
            ? new FocalPoint(x, y)
            : throw Refused(at, $"{BlockWriter.FocusField} takes two numbers from 0 to 1, from the left and from the top, such as 0.5 0.25.");

    private RichText Text(IEnumerable<Inline> inlines) => InlineReader.Read(inlines, known, firstLine);

    private RefusedDraftFile Refused(Inline at, string sentence) => new(firstLine + at.Line, sentence);
}
