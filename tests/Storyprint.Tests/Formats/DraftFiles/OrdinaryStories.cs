using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Formats.DraftFiles;

/// <summary>Stories of everything that Markdown can hold, with whatever words, signs and scripts.</summary>
internal static class OrdinaryStories
{
    private static readonly string[] Pieces =
    [
        "harbour", "Ferry", "a|b", "{", "\\", "é", "می\u200Cشود", "کتاب‌ها", "図書館", "ไม่เปิด", "12", "19:40", "😀", "*", "**", "_", "__", "`", "``", "[x]", "](y)", "<b>", "<", ">", "#", "##", "- ", "+ ", "1. ", "12) ", "=", "---",
        "***", "~~~", "&amp;", "&", "!", "!!", "[!pull]", "— ", "—", "Embed: x", "Table: x", "Caption: x", "Credit:", "Title:", "|", "http://harbour.example", "^", "~", "$", "\"", "'", ":", "(", ")", "<!-- x -->", "```", "\u00A0", "\u200F", "e\u0301",
    ];

    // Words begin and end with what is seen.
    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 5].Select(Gen.Bool, (pieces, isSpaced) => string.Join(isSpaced ? " " : "", pieces).Trim())
        .Where(words => words.Length > 0);

    private static readonly Gen<string?> Optional = Gen.Select(Gen.Bool, Words).Select((isThere, words) => isThere ? words : null);

    private static readonly Gen<LinkTarget?> Links = Gen.Int[0, 5].Select(index => LinkTarget.TryParse(index switch
    {
        1 => "https://harbour.example/a_b(c)?x=1&copy;=2",
        2 => "/news/1125546",
        3 => "mailto:desk@harbour.example",
        4 => "/a path|b<c>",
        _ => null,
    }, out var link) ? link : (LinkTarget?)null);

    private static readonly Gen<TextRun> Runs = Gen.Select(Words, Gen.Int[0, 31], Gen.Int[0, 2], Links).Select((words, emphasis, isMarked, link) => new TextRun(words, isMarked == 0 ? (Emphasis)emphasis : Emphasis.None, link));

    private static readonly Gen<RichText> Line = Gen.Select(Runs.Array[1, 4], Gen.Int[0, 2]).Select((runs, gap) => new RichText([.. runs.Select((run, at) => gap == 0 || at == runs.Length - 1 ? run : run with { Text = run.Text + (gap == 1 ? " " : ", ") })]));

    private static readonly Gen<RichText> Rich = Gen.Select(Line, Line, Gen.Int[0, 3]).Select((first, second, broken) => broken > 0 ? first : new RichText([.. first.Runs, new TextRun("\n"), .. second.Runs]));

    private static readonly Gen<Block> Lists = Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 3], Rich, Gen.Bool, Gen.Int[0, 9]).Array[1, 6]).Select((isOrdered, items) => (Block)new BulletList(isOrdered, Items(isOrdered, items)));

    private static readonly Gen<Block> Tables = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Optional, Gen.Enum<ColumnAlignment>().Array[4], Gen.Bool, Line.Array[20]).Select((width, height, caption, sides, hasHead, cells) => (Block)new Table(
        hasHead ? [.. cells.Take(width)] : [], [.. Enumerable.Range(0, height).Select(row => (IReadOnlyList<RichText>)[.. cells.Skip(row * width).Take(width)])], caption, [.. sides.Take(width)]));

    private static readonly Gen<Block> Pictures = Gen.Select(Gen.Int[0, 2], Words, Rich, Words, Gen.Double.Unit, Gen.Bool).Select((file, alt, caption, credit, at, hasWords) => (Block)new Picture
    {
        Hash = file == 0 ? null : new string(file == 1 ? 'a' : 'b', 64),
        Width = file == 0 ? 0 : 1600,
        Height = file == 0 ? 0 : 900,
        Address = file == 0 ? "https://harbour.example/boat (1).jpg" : null,
        Alt = hasWords ? alt : string.Empty,
        Caption = hasWords ? caption : RichText.Empty,
        Credit = hasWords ? credit : string.Empty,
        Focus = file == 0 ? FocalPoint.Centre : new FocalPoint(at, 0.25),
    });

    private static readonly Gen<Block> Bodies = Gen.OneOf(
        Rich.Select(text => (Block)new Paragraph(text)), Gen.Select(Gen.Int[2, 3], Rich).Select((level, text) => (Block)new Heading(level, text)),
        Gen.Select(Rich.Array[1, 3], Optional).Select((texts, speaker) => (Block)new Quotation(texts, speaker)), Gen.Select(Rich, Optional).Select((text, speaker) => (Block)new PullQuote(text, speaker)),
        Lists, Tables, Pictures, Optional.Select(title => (Block)new Embed("https://video.example/a_b?c=*d*&lt;", title)), Gen.Const((Block)new ThematicBreak()));

    public static Gen<StoryContent> All { get; } = Gen.Select(Words.Array[4], Words.Array[0, 3], Bodies.Array[0, 6], Words.Array[0, 3]).Select((head, bylines, body, topics) => new StoryContent
    {
        Language = "fa",
        Kicker = head[0],
        Headline = head[1],
        Standfirst = head[2],
        Dateline = head[3],
        Section = "city",
        Bylines = bylines,
        Body = body,
        Topics = topics,
    });

    // Each list inside a list is of one kind, and a number is said where it is not the next.
    private static ListItem[] Items(bool isOrdered, (int Depth, RichText Text, bool IsOrdered, int Number)[] items)
    {
        var (made, numbers, kinds) = (new List<ListItem>(), new int[9], new bool[9]);
        var last = -1;
        foreach (var item in items)
        {
            var depth = Math.Min(item.Depth, last + 1);
            if (depth > last)
            {
                (numbers[depth], kinds[depth]) = (0, depth == 0 ? isOrdered : item.IsOrdered);
            }

            var number = kinds[depth] && item.Number > 5 && item.Number != numbers[depth] + 1 ? item.Number : (int?)null;
            numbers[depth] = number ?? numbers[depth] + 1;
            made.Add(new ListItem(depth, item.Text, kinds[depth] == isOrdered ? null : kinds[depth], number));
            last = depth;
        }

        return [.. made];
    }
}
