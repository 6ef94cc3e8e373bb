using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories.Canonical;

/// <summary>Every text field of a story, each with its place in an editor's words.</summary>
public static class StoryFields
{
    /// <summary>The fields in reading order, including empty ones.</summary>
    public static IReadOnlyList<StoryField> Of(StoryContent content)
    {
        var fields = new List<StoryField>();
        Map(content, (place, text) =>
        {
            fields.Add(new StoryField(place, text.Plain));
            return text;
        });
        return fields;
    }

    /// <summary>The content with each field changed. Everything that checks or changes fields goes through here, so that none is forgotten.</summary>
    public static StoryContent Map(StoryContent content, Func<FieldPlace, RichText, RichText> change)
    {
        string Plain(FieldPlace place, string text) => change(place, RichText.From(text)).Plain;
        string? Optional(FieldPlace place, string? text) => text is null ? null : Plain(place, text);
        return content with
        {
            Section = Plain(new("the section") { IsName = true }, content.Section),
            Kicker = Plain(new("the kicker") { IsName = true }, content.Kicker),
            Headline = Plain(new("the headline") { IsName = true }, content.Headline),
            SearchHeadline = Optional(new("the headline for search") { IsName = true }, content.SearchHeadline),
            SocialHeadline = Optional(new("the headline for social pages") { IsName = true }, content.SocialHeadline),
            PaperHeadline = Optional(new("the headline on paper") { IsName = true }, content.PaperHeadline),
            Standfirst = Plain(new("the standfirst"), content.Standfirst),
            Bylines = [.. content.Bylines.Select((byline, index) => Plain(new("byline {0}", index + 1) { IsName = true }, byline))],
            Dateline = Plain(new("the dateline") { IsName = true }, content.Dateline),
            ContentWarning = Optional(new("the content warning"), content.ContentWarning),
            Body = [.. content.Body.Select((block, index) => Map(block, index + 1, change))],
            Sources = content.Sources is { } sources ? change(new("the sources"), sources) : null,
            Topics = [.. content.Topics.Select((topic, index) => Plain(new("topic {0}", index + 1) { IsName = true }, topic))],
            Corrections = [.. content.Corrections.Select((note, index) => Map(note, index + 1, change))],
        };
    }

    private static CorrectionNote Map(CorrectionNote note, int number, Func<FieldPlace, RichText, RichText> change)
    {
        string? Plain(string field, string? text) => text is null ? null : change(new(field, number), RichText.From(text)).Plain;
        return note with
        {
            Text = Plain("correction note {0} (its words)", note.Text)!,
            Said = Plain("correction note {0} (what was said)", note.Said),
            Says = Plain("correction note {0} (what it says)", note.Says),
            FoundBy = Plain("correction note {0} (who found it)", note.FoundBy),
        };
    }

    private static Block Map(Block block, int number, Func<FieldPlace, RichText, RichText> change)
    {
        RichText Rich(string field, RichText text, int row = 0, int cell = 0) => change(new(field, number, row, cell), text);
        string? Plain(string field, string? text) => text is null ? null : Rich(field, RichText.From(text)).Plain;
        return block switch
        {
            Paragraph paragraph => new Paragraph(Rich("block {0} (a paragraph)", paragraph.Text)),
            Heading heading => heading with { Text = Rich("block {0} (a heading)", heading.Text) },
            Quotation quotation => new Quotation(
                [.. quotation.Paragraphs.Select(text => Rich("block {0} (a quotation)", text))], Plain("block {0} (the speaker of a quotation)", quotation.Speaker)),
            PullQuote pull => new PullQuote(Rich("block {0} (a quotation)", pull.Text), Plain("block {0} (the speaker of a quotation)", pull.Speaker)),
            BulletList list => list with { Items = [.. list.Items.Select((item, index) => item with { Text = Rich("block {0} (item {1} of a list)", item.Text, index + 1) })] },
            ThematicBreak => block,
            Table table => new Table(
                [.. table.Header.Select((cell, index) => Rich("block {0} (cell {1} of a table's head)", cell, index + 1))],
                [.. table.Rows.Select((row, at) => (IReadOnlyList<RichText>)[.. row.Select((cell, index) => Rich("block {0} (row {1}, cell {2} of a table)", cell, at + 1, index + 1))])],
                Plain("block {0} (the caption of a table)", table.Caption), table.Alignments),
            Picture picture => picture with
            {
                Address = Plain("block {0} (the address of a picture)", picture.Address),
                Alt = Plain("block {0} (the alternative text of a picture)", picture.Alt)!,
                Caption = Rich("block {0} (the caption of a picture)", picture.Caption),
                Credit = Plain("block {0} (the credit of a picture)", picture.Credit)!,
            },
            FactBox box => new FactBox(
                Plain("block {0} (the title of a fact box)", box.Title)!, [.. box.Lines.Select((line, index) => line with { Text = Rich("block {0} (line {1} of a fact box)", line.Text, index + 1) })]),
            Gallery gallery => new Gallery([.. gallery.Pictures.Select((picture, index) => OfGallery(picture, index + 1))], Rich("block {0} (the caption of a gallery)", gallery.Caption)),
            MediaFile media => media with
            {
                Address = Plain("block {0} (the address of a sound or film)", media.Address),
                Title = Plain("block {0} (the title of a sound or film)", media.Title)!,
                Caption = Rich("block {0} (the caption of a sound or film)", media.Caption),
                Credit = Plain("block {0} (the credit of a sound or film)", media.Credit)!,
                Transcript = Rich("block {0} (the transcript of a sound or film)", media.Transcript),
            },
            DocumentFile document => document with
            {
                Address = Plain("block {0} (the address of a document)", document.Address),
                Title = Plain("block {0} (the title of a document)", document.Title)!,
            },
            QuestionAndAnswer pair => new QuestionAndAnswer(
                Rich("block {0} (a question)", pair.Question), [.. pair.Answer.Select((text, index) => Rich("block {0} (paragraph {1} of an answer)", text, index + 1))]),
            RelatedStories related => new RelatedStories(
                [.. related.Stories.Select((story, index) => story with { Words = Rich("block {0} (related story {1})", RichText.From(story.Words), index + 1).Plain })]),
            CorrectionOf correction => correction with { Words = Plain("block {0} (which story it corrects)", correction.Words)! },
            Embed embed => new Embed(Plain("block {0} (an address)", embed.Address)!, Plain("block {0} (the title of an address)", embed.Title)),
            _ => throw new NotSupportedException($"{block.GetType().Name} has fields that nobody named."),
        };

        Picture OfGallery(Picture picture, int at) => picture with
        {
            Address = picture.Address is { } address ? Rich("block {0} (the address of picture {1} of a gallery)", RichText.From(address), at).Plain : null,
            Alt = Rich("block {0} (the alternative text of picture {1} of a gallery)", RichText.From(picture.Alt), at).Plain,
            Caption = Rich("block {0} (the caption of picture {1} of a gallery)", picture.Caption, at),
            Credit = Rich("block {0} (the credit of picture {1} of a gallery)", RichText.From(picture.Credit), at).Plain,
        };
    }
}

public readonly record struct StoryField(FieldPlace Place, string Text);

/// <summary>The place of a field. Formatted only when it is shown, since every field of every imported story has one.</summary>
/// <param name="Name">In an editor's words, with a gap for each number: <c>block {0} (a paragraph)</c>.</param>
public readonly record struct FieldPlace(string Name, int Number = 0, int Row = 0, int Cell = 0)
{
    /// <summary>Whether the field is a headline, or a name of somebody or something.</summary>
    public bool IsName { get; init; }

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Name, Number, Row, Cell);
}
