using System.Globalization;
using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Writes a block as Markdown.</summary>
/// <param name="isGuarded">See <see cref="InlineWriter"/>.</param>
internal sealed class BlockWriter(KnownBlocks known, bool isGuarded)
{
    public const string PullQuoteMark = "[!pull]";
    public const string SpeakerMark = "—";
    public const string EmbedField = "Embed:";
    public const string TitleField = "Title:";
    public const string TableField = "Table:";
    public const string CaptionField = "Caption:";
    public const string CreditField = "Credit:";
    public const string FocusField = "Focus:";

    /// <returns>Null for what Markdown cannot hold.</returns>
    public string? Write(Block block) => block switch
    {
        Paragraph paragraph => Words(paragraph.Text, InlinePlace.Text),
        Heading heading => $"{new string('#', heading.Level)} {Words(heading.Text, InlinePlace.Line)}",
        Quotation quotation => Quoted(quotation.Paragraphs, quotation.Speaker, isPulled: false),
        PullQuote pull => Quoted([pull.Text], pull.Speaker, isPulled: true),
        BulletList list => List(list),
        Table table => TableOf(table),
        Picture picture => PictureOf(picture),
        Embed embed => $"{EmbedField} {Plain(embed.Address)}{(embed.Title is { } title ? $"\n{TitleField} {Plain(title)}" : string.Empty)}",
        ThematicBreak => "***",
        _ => null,
    };

    private static string Quoted(string line) => line.Length == 0 ? ">" : "> " + line;

    private string Quoted(IReadOnlyList<RichText> texts, string? speaker, bool isPulled)
    {
        List<string> parts = [.. texts.Select(text => Quoted(Passage(text)))];
        if (speaker is not null)
        {
            parts.Add(Quoted($"{SpeakerMark} {Plain(speaker)}".TrimEnd()));
        }

        return (isPulled ? Quoted(PullQuoteMark) + "\n" : string.Empty) + string.Join("\n>\n", parts);
    }

    // A passage that begins with a dash is no speaker.
    private string Passage(RichText text) => Words(text, new InlinePlace("> ")) is var written && written.StartsWith(SpeakerMark, StringComparison.Ordinal) ? "&#8212;" + written[SpeakerMark.Length..] : written;

    private string? List(BulletList list)
    {
        var (lines, numbers, indents) = (new List<string>(), new List<int>(), new List<string>());
        foreach (var item in list.Items)
        {
            if (item.Depth < 0 || item.Depth > numbers.Count)
            {
                return null;
            }

            numbers.RemoveRange(Math.Min(numbers.Count, item.Depth + 1), Math.Max(0, numbers.Count - item.Depth - 1));
            numbers.AddRange(Enumerable.Repeat(0, item.Depth + 1 - numbers.Count));
            numbers[item.Depth] = item.Number ?? numbers[item.Depth] + 1;
            var sign = item.IsNumbered(list) ? string.Create(CultureInfo.InvariantCulture, $"{numbers[item.Depth]}. ") : "- ";
            var indent = string.Concat(indents.Take(item.Depth));

            // CommonMark 5.2: only a list that begins with 1 may follow words without an empty line.
            if (item.Depth == indents.Count && item.Depth > 0 && item.IsNumbered(list) && numbers[item.Depth] != 1)
            {
                lines.Add(string.Empty);
            }

            indents.RemoveRange(Math.Min(indents.Count, item.Depth), Math.Max(0, indents.Count - item.Depth));
            indents.Add(new string(' ', sign.Length));
            lines.Add((indent + sign + Words(item.Text, new InlinePlace(indent + indents[^1]))).TrimEnd(' '));
        }

        return string.Join('\n', lines);
    }

    // A table without a head has an empty one here.
    private string? TableOf(Table table)
    {
        var width = table.Rows.Select(row => row.Count).Append(table.Header.Count).Append(table.Alignments?.Count ?? 0).Max();
        if (width == 0)
        {
            return null;
        }

        var rows = new List<string> { Row(table.Header.Count > 0 ? table.Header : [.. Enumerable.Repeat(RichText.Empty, width)]), $"|{string.Concat(Enumerable.Range(0, width).Select(Side))}" };
        rows.AddRange(table.Rows.Select(Row));
        return (table.Caption is { } caption ? $"{TableField} {Plain(caption)}".TrimEnd() + "\n\n" : string.Empty) + string.Join('\n', rows);

        string Side(int column) => $" {ColumnSides.Write(column < table.Alignments?.Count ? table.Alignments[column] : ColumnAlignment.Unset)} |";
    }

    private string Row(IReadOnlyList<RichText> cells) => $"|{string.Concat(cells.Select(cell => $" {Words(cell, InlinePlace.Cell)} |"))}";

    private string PictureOf(Picture picture)
    {
        var source = new WordEscapes(string.Empty, InlinePlace.Line, isGuarded).Address(known.SourceOf(picture));
        var written = new StringBuilder($"![{Plain(picture.Alt)}]({source})");
        Field(CaptionField, Words(picture.Caption, InlinePlace.Line));
        Field(CreditField, Plain(picture.Credit));
        Field(FocusField, picture.Focus == FocalPoint.Centre ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{picture.Focus.X:R} {picture.Focus.Y:R}"));
        return written.ToString();

        void Field(string name, string value) => written.Append(value.Length == 0 && name == FocusField ? string.Empty : $"\n{name} {value}".TrimEnd(' '));
    }

    private string Plain(string words) => Words(RichText.From(words), InlinePlace.Line);

    // Signs are for people; a text that they would not bring back is guarded by itself.
    private string Words(RichText text, InlinePlace place)
    {
        var filled = new RichText([.. text.Runs.Where(run => run.Text.Length > 0)]);
        var written = InlineWriter.Write(filled, place, isGuarded);
        return isGuarded || filled.Runs.Count == 0 || BodyWriter.Reads(InlineWriter.Write(filled, place with { Indent = string.Empty }, isGuarded: false), [new Paragraph(filled)], known) ? written : InlineWriter.Write(filled, place, isGuarded: true);
    }
}
