using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// Parses the lines of a canonical text back into blocks, in one pass. Where several contents have the same lines, it chooses the simplest; the caller makes
/// sure that the content gives the same lines again.
/// </summary>
internal sealed class CanonicalReader
{
    private readonly TextVersion version;
    private readonly List<(string Tag, string Text)> lines;
    private int at;

    private CanonicalReader(TextVersion version, List<(string Tag, string Text)> lines) => (this.version, this.lines) = (version, lines);

    private string? Tag => at < lines.Count ? lines[at].Tag : null;

    private bool IsFirstVersion => version == TextVersion.V1;

    /// <summary>The content, or null where the lines cannot be parsed.</summary>
    public static RevisionText? Read(string text, DateTimeOffset notesAt)
    {
        if (text.Split('\n') is not [var first, .. var body, ""] || TextVersions.Of(first) is not { } version)
        {
            return null;
        }

        var lines = new List<(string Tag, string Text)>(body.Length);
        foreach (var line in body)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 1 || colon + 2 == line.Length)
            {
                return null;
            }

            lines.Add((line[..colon], line[(colon + 2)..]));
        }

        return new CanonicalReader(version, lines).Story(notesAt);
    }

    private RevisionText? Story(DateTimeOffset notesAt)
    {
        var story = new StoryContent
        {
            Language = Take("lang") ?? string.Empty,
            Section = IsFirstVersion ? string.Empty : Take("section") ?? string.Empty,
            Label = IsFirstVersion ? null : CodeNames.Named<StoryLabel>(TakeLine("label")),
            Kicker = Take("kicker") ?? string.Empty,
            Headline = Take("headline") ?? string.Empty,
            SearchHeadline = Later("search-headline"),
            SocialHeadline = Later("social-headline"),
            PaperHeadline = Later("paper-headline"),
            Standfirst = Take("standfirst") ?? string.Empty,
            Bylines = All("byline"),
            Dateline = Take("dateline") ?? string.Empty,
            ContentWarning = Later("warning"),
        };
        var blocks = new List<Block>();
        while (NextBlock() is { } block)
        {
            blocks.Add(block);
        }

        var sources = IsFirstVersion ? [] : AllRich("source");
        story = story with { Sources = RichText.FromLines(sources), Made = IsFirstVersion ? null : Made("made") };
        var topics = IsFirstVersion ? [] : All("topic");
        var note = IsFirstVersion ? null : Take("note");
        story = story with { Body = blocks, Topics = topics, Corrections = Notes(notesAt) };
        return at == lines.Count ? new RevisionText(version, story, note) : null;
    }

    private List<CorrectionNote> Notes(DateTimeOffset notesAt)
    {
        var notes = new List<CorrectionNote>();
        while (Tag == "correction" || (!IsFirstVersion && Tag is ("said" or "says" or "found-by")))
        {
            var note = new CorrectionNote(Take("correction") ?? string.Empty, notesAt);
            notes.Add(IsFirstVersion ? note : note with { Said = Take("said"), Says = Take("says"), FoundBy = Take("found-by") });
        }

        return notes;
    }

    private Block? NextBlock() => (Tag switch
    {
        "text" => new Paragraph(TakeRich("text")),
        "heading" => new Heading(2, TakeRich("heading")),
        "quote" or "quoted" => new Quotation(AllRich("quote"), Take("quoted")),
        "embed" or "title" when !IsFirstVersion => new Embed(Take("embed") ?? string.Empty, Take("title")),
        _ => (Block?)null,
    }) ?? (IsFirstVersion ? NextOfFirstVersion() : NextOfSecondVersion());

    private Block? NextOfSecondVersion() => Tag switch
    {
        "picture" => Figure(new Picture { Hash = Take("picture") }),
        "picture-at" => Figure(new Picture { Address = Take("picture-at") }),
        "alt" or "caption" or "credit" or "picture-made" => Figure(new Picture()),
        "facts" or "fact" or "fact-item" => new FactBox(Take("facts") ?? string.Empty, Facts()),
        "gallery" or "gallery-picture" or "gallery-picture-at" => Pictures(TakeRich("gallery")),
        "audio" or "audio-at" or "video" or "video-at" or "poster" or "media-title" or "media-made" or "transcript" => Media(),
        "document" => new DocumentFile(File(Tag), null, Take("document-title") ?? string.Empty),
        "document-at" or "document-title" => new DocumentFile(null, Take("document-at"), Take("document-title") ?? string.Empty),
        "question" or "answer" => new QuestionAndAnswer(TakeRich("question"), AllRich("answer")),
        { } tag when CodeOf(tag, CanonicalLinesV2.Related) is not null => new RelatedStories(Related()),
        { } tag when CodeOf(tag, CanonicalLinesV2.Corrects) is { } code => new CorrectionOf(code, Take(tag)!),
        "table" or "head" or "row" => Rows(Take("table")),
        var tag when CanonicalLinesV2.TryReadItem(tag, out var isNumbered, out _, out _) => new BulletList(isNumbered, Items(isNumbered)),
        _ => null,
    };

    private Block? NextOfFirstVersion() => Tag switch
    {
        "item" => new BulletList(Ordered: false, [.. AllRich("item").Select(item => new ListItem(0, item))]),
        "row" => Rows(null),
        "caption" when Follows("row") => Rows(Take("caption")),
        "picture" => Figure(new Picture { Hash = Take("picture") }),
        "embed" when Follows("caption") || Follows("credit") => Figure(new Picture { Address = Take("embed") }),
        "embed" => new Embed(Take("embed")!, null),
        "caption" or "credit" => Figure(new Picture()),
        _ => null,
    };

    private List<ListItem> Items(bool isNumbered)
    {
        var items = new List<ListItem>();
        while (CanonicalLinesV2.TryReadItem(Tag, out var isAlso, out var depth, out var number) && (isAlso == isNumbered || (depth > 0 && items.Count > 0)))
        {
            items.Add(new ListItem(depth, TakeRich(Tag!), isAlso == isNumbered ? null : isAlso, number));
        }

        return items;
    }

    private Picture Figure(Picture picture) => picture with
    {
        Alt = IsFirstVersion ? string.Empty : Take("alt") ?? string.Empty,
        Caption = Tag == "caption" ? TakeRich("caption") : RichText.Empty,
        Credit = Take("credit") ?? string.Empty,
        Made = IsFirstVersion ? null : Made("picture-made"),
    };

    private Gallery Pictures(RichText caption)
    {
        var pictures = new List<Picture>();
        while (Tag is "gallery-picture" or "gallery-picture-at")
        {
            pictures.Add(Figure(Tag == "gallery-picture" ? new Picture { Hash = Take(Tag) } : new Picture { Address = Take(Tag) }));
        }

        return new Gallery(pictures, caption);
    }

    private List<FactLine> Facts()
    {
        var facts = new List<FactLine>();
        while (Tag is "fact" or "fact-item")
        {
            var isItem = Tag == "fact-item";
            facts.Add(new FactLine(TakeRich(Tag), isItem));
        }

        return facts;
    }

    private MediaFile Media() => Tag switch
    {
        "audio" => Media(new MediaFile { File = File(Tag) }),
        "video" => Media(new MediaFile { File = File(Tag), Kind = MediaKind.Video }),
        "audio-at" => Media(new MediaFile { Address = Take(Tag) }),
        "video-at" => Media(new MediaFile { Address = Take(Tag), Kind = MediaKind.Video }),
        _ => Media(new MediaFile()),
    };

    private MediaFile Media(MediaFile file) => file with
    {
        Poster = TakeLine("poster") is { } poster ? new Poster(poster, 0, 0) : null,
        Title = Take("media-title") ?? string.Empty,
        Caption = TakeRich("caption"),
        Credit = Take("credit") ?? string.Empty,
        Made = Made("media-made"),
        Transcript = RichText.FromLines(AllRich("transcript")),
    };

    private List<RelatedStory> Related()
    {
        var stories = new List<RelatedStory>();
        while (CodeOf(Tag, CanonicalLinesV2.Related) is { } code)
        {
            stories.Add(new RelatedStory(code, Take(Tag!)!));
        }

        return stories;
    }

    private static StoryCode? CodeOf(string? tag, string before) =>
        tag?.StartsWith(before, StringComparison.Ordinal) == true && StoryCode.TryFromDigits(tag[before.Length..], out var code) ? code : null;

    // Name, kind and size are of the file, and not part of the text.
    private StoredFile? File(string tag) => TakeLine(tag) is { } hash ? new StoredFile(hash, string.Empty, string.Empty, 0) : null;

    private DigitalSourceType? Made(string tag) => CodeNames.Named<DigitalSourceType>(TakeLine(tag));

    private Table Rows(string? caption) => IsFirstVersion
        ? new Table([], [.. AllLines("row").Select(CellsOfFirstVersion)], caption)
        : new Table([.. TakeLine("head") is { } head ? Cells(head) : []], [.. AllLines("row").Select(Cells)], caption);

    private static List<RichText> Cells(string row) => [.. CanonicalMarkup.Cells(row).Select(CanonicalMarkup.Read)];

    // A bar between spaces separates two cells. A cell that itself contains one is read as two, and gives the same line.
    private static List<RichText> CellsOfFirstVersion(string row)
    {
        var cells = new List<List<string>> { new() };
        foreach (var word in row.Split(' '))
        {
            if (word == "|")
            {
                cells.Add([]);
            }
            else
            {
                cells[^1].Add(word);
            }
        }

        return [.. cells.Select(words => words.Count == 0 ? RichText.Empty : RichText.From(string.Join(' ', words)))];
    }

    private bool Follows(string tag) => at + 1 < lines.Count && lines[at + 1].Tag == tag;

    private string? TakeLine(string tag) => Tag == tag ? lines[at++].Text : null;

    // Superscripts in a field without them would be lost here, so such a line is refused.
    private string? Take(string tag) => TakeLine(tag) is { } line ? IsFirstVersion ? line : CanonicalMarkup.Read(line).Plain : null;

    private string? Later(string tag) => IsFirstVersion ? null : Take(tag);

    private RichText TakeRich(string tag) => TakeLine(tag) is { } line ? IsFirstVersion ? RichText.From(line) : CanonicalMarkup.Read(line) : RichText.Empty;

    private List<string> AllLines(string tag) => All(tag, () => TakeLine(tag)!);

    private List<string> All(string tag) => All(tag, () => Take(tag)!);

    private List<RichText> AllRich(string tag) => All(tag, () => TakeRich(tag));

    private List<T> All<T>(string tag, Func<T> take)
    {
        var taken = new List<T>();
        while (Tag == tag)
        {
            taken.Add(take());
        }

        return taken;
    }
}
