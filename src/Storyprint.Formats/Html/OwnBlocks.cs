using System.Globalization;
using AngleSharp.Dom;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;

namespace Storyprint.Formats.Html;

/// <summary>
/// Reads the blocks that HTML has no elements for, where it says by an attribute of ours what it is: <c>data-storyprint="fact-box"</c>. A class that others may
/// have given to something else would change what their archives bring.
/// </summary>
internal static class OwnBlocks
{
    public const string Attribute = "data-storyprint";

    /// <summary>The blocks of an element; null where it is to be read like any other.</summary>
    public static IReadOnlyList<Block>? Read(string kind, IElement element, BlockReader reader) => kind switch
    {
        "fact-box" => FactBox(element, reader),
        "media" when element.QuerySelector("audio[src], video[src]") is { } player => Media(element, player, reader),
        "document" when element.QuerySelector("a[href]") is { } link && Address(link.GetAttribute("href"), reader) is { } address => [new DocumentFile(null, address, HtmlPlainText.Fold(link.TextContent))],
        "interview" => Interview(element, reader),
        "related" when Links(element) is { Count: > 0 } links => [new RelatedStories(links)],
        "corrects" when Links(element) is [var link] => [new CorrectionOf(link.Code, link.Words)],
        _ => null,
    };

    /// <summary>How a picture or film says that it was made; null where it says nothing that is known.</summary>
    public static DigitalSourceType? Made(IElement element) => CodeNames.Named<DigitalSourceType>(element.GetAttribute("data-made"));

    private static IReadOnlyList<Block> FactBox(IElement element, BlockReader reader)
    {
        var blocks = reader.Body(element).ToList();
        var title = blocks is [Heading heading, ..] ? heading.Text.Plain : string.Empty;
        var facts = blocks.Skip(title.Length > 0 ? 1 : 0).ToList();
        var lines = facts.SelectMany(block => block switch
        {
            Paragraph paragraph => (FactLine[])[new FactLine(paragraph.Text)],
            BulletList list => [.. list.Items.Select(item => new FactLine(item.Text, IsItem: true))],
            _ => [],
        });

        // What a box cannot hold stands behind it.
        return [new FactBox(HtmlPlainText.Fold(title), [.. lines]), .. facts.Where(block => block is not (Paragraph or BulletList))];
    }

    private static IReadOnlyList<Block> Interview(IElement element, BlockReader reader)
    {
        var (question, answer, others) = (RichText.Empty, new List<RichText>(), new List<Block>());
        foreach (var child in element.Children)
        {
            var (text, beside) = reader.WordsInside(child, "an answer");
            others.AddRange(beside);
            if (child.ClassList.Contains("question") && question.IsEmpty && answer.Count == 0)
            {
                question = text;
            }
            else if (!text.IsEmpty)
            {
                answer.Add(text);
            }
        }

        return [new QuestionAndAnswer(question, answer), .. others];
    }

    private static IReadOnlyList<Block>? Media(IElement element, IElement player, BlockReader reader)
    {
        if (Address(player.GetAttribute("src"), reader) is not { } address)
        {
            return null;
        }

        var caption = element.QuerySelector("figcaption");
        var credit = caption?.QuerySelector(".credit");
        credit?.Remove();
        return
        [
            new MediaFile
            {
                Kind = player.LocalName == "video" ? MediaKind.Video : MediaKind.Audio,
                Address = address,
                Title = HtmlPlainText.Fold(player.GetAttribute("title") ?? string.Empty),
                Caption = caption is null ? RichText.Empty : reader.WordsInside(caption, "a caption").Text,
                Credit = HtmlPlainText.Fold(credit?.TextContent ?? string.Empty),
                Transcript = RichText.FromLines([.. element.QuerySelectorAll(".transcript > p").Select(line => reader.WordsInside(line, "a transcript").Text)]),
                Seconds = int.TryParse(player.GetAttribute("data-seconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
                Made = Made(player),
            },
        ];
    }

    private static List<RelatedStory> Links(IElement element) => [.. element.QuerySelectorAll("a[href]").Select(link =>
        link.GetAttribute("href")!.Split('/') is ["", "news", var code] && StoryCode.TryFromDigits(code, out var known) ? new RelatedStory(known, HtmlPlainText.Fold(link.TextContent)) : null).OfType<RelatedStory>()];

    private static string? Address(string? href, BlockReader reader) =>
        href is not null && reader.Options.FindFile?.Invoke(href.Trim()) is { } file ? file : Addresses.Link(href, reader.Options.Address) is { } target ? target.Address : null;
}
