using System.Text;
using AngleSharp.Dom;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The lines of a comparison, held against both sealed texts: without what was added they must be the one, without what was taken out the other, line by line. How
/// a program finds the differences does not matter.
/// </summary>
internal sealed class ComparedLines(InterfaceLanguage language, SealedRevision before, SealedRevision after)
{
    // Lines without words on the page; the history names what changed in them.
    private static readonly string[] Beside = ["lang", "section", "label", "topic", "note", "said", "says", "found-by", "made", "picture-made", "media-made", "poster"];

    // What version 1 of the canonical text does not contain.
    private static readonly string[] Later = ["alt", "title"];

    private readonly bool isLoose = before.Lines.IsFirstVersion || after.Lines.IsFirstVersion;
    private List<(string Tag, string Text)> old = [];
    private List<(string Tag, string Text)> now = [];

    /// <summary>Whether no line differs, so that the page must say so.</summary>
    public bool IsIdentical => old.SequenceEqual(now);

    /// <summary>What is wrong, in a sentence; null where the lines are those of both texts.</summary>
    public string? Problem(IElement lines)
    {
        (old, now) = (Of(before), Of(after));
        var (from, to) = (0, 0);
        foreach (var line in lines.QuerySelectorAll(".line"))
        {
            if (isLoose && Later.Any(tag => language.Says(PageText.Without(line.QuerySelector(".tag") ?? line, ".fate"), $"tag.{tag}")))
            {
                continue;
            }

            var kind = line.ClassList.FirstOrDefault(name => name != "line") ?? string.Empty;
            var (hasOld, hasNow) = (kind is "same" or "typography" or "changed" or "removed" or "movedaway", kind is "same" or "typography" or "changed" or "added" or "movedhere");
            if ((!hasOld && !hasNow) || (hasOld && from == old.Count) || (hasNow && to == now.Count))
            {
                return $"It has a line that neither text has: {RecordPage.Short(PageText.Of(line, ".words"))}";
            }

            if (Problem(line, kind, hasOld ? from : Partner(line), hasNow ? to : null) is { } problem)
            {
                return problem;
            }

            (from, to) = (from + (hasOld ? 1 : 0), to + (hasNow ? 1 : 0));
        }

        return from < old.Count ? $"It leaves out “{RecordPage.Short(old[from].Text)}”." : to < now.Count ? $"It leaves out “{RecordPage.Short(now[to].Text)}”." : null;
    }

    /// <param name="line">The line, of this kind.</param>
    /// <param name="from">Its place in the text before; that of the old place where it was moved here.</param>
    /// <param name="to">Its place in the text after.</param>
    private string? Problem(IElement line, string kind, int? from, int? to)
    {
        var (was, becomes) = (from is { } left && left < old.Count ? old[left] : default, to is { } right ? now[right] : default);
        if (!isLoose && !IsTag(line, kind, was.Tag, becomes.Tag))
        {
            return $"It calls “{RecordPage.Short(becomes.Text ?? was.Text ?? string.Empty)}” something else than it is: {RecordPage.Short(PageText.Of(line, ".tag"))}";
        }

        if (line.QuerySelector(".side") is not null)
        {
            return IsPictured(line, kind == "same" || kind == "movedhere" ? null : was.Text, becomes.Text) ? null : "Its pictures are not those that were sealed.";
        }

        if (line.QuerySelectorAll(".words").ToList() is not [var words] || !words.QuerySelectorAll("*").All(IsOfWords))
        {
            return "It has a line with something else in it than words.";
        }

        return !IsSame(Said(words, "ins"), kind == "added" ? string.Empty : was.Text) ? $"It says “{RecordPage.Short(Said(words, "ins"))}” was there before, and that was not sealed."
            : !IsSame(Said(words, "del"), kind is "removed" or "movedaway" ? (kind == "removed" ? string.Empty : was.Text) : becomes.Text) ? $"It says “{RecordPage.Short(Said(words, "del"))}” is there now, and that was not sealed."
            : null;
    }

    // "Headline", "Quotation Added", "Paragraph before: Heading": the tag, what became of the line, what it was.
    private bool IsTag(IElement line, string kind, string? was, string? becomes)
    {
        string[] said = WordSequence.Of(PageText.Of(line, ".tag"));
        string[] expected =
        [
            .. Words(Key(becomes ?? was)),
            .. kind switch { "added" => Words("compare.added"), "removed" => Words("compare.removed"), "typography" => Words("compare.typography.only"), _ => [] },
            .. was is not null && becomes is not null && was != becomes ? language.WordsOf("compare.formerly", language.Text(Key(was))) ?? [] : [],
            .. kind switch { "movedaway" => Words("compare.moved.away"), "movedhere" => Words("compare.moved.here"), _ => [] },
        ];
        return said.SequenceEqual(expected);
    }

    private string[] Words(string key) => language.WordsOf(key) ?? [];

    private static string Key(string? tag) =>
        $"tag.{(tag?.Split('-') is [("item" or "number" or "related" or "corrects") and var kind, ..] ? kind : tag)}";

    // A picture that is not in the story's files any more is shown as its hash.
    private static bool IsPictured(IElement line, string? was, string? becomes)
    {
        return Holds(".side.removed", was) && Holds(".side.added", becomes);

        bool Holds(string selector, string? hash) => line.QuerySelectorAll(selector).ToList() switch
        {
            [] => hash is null,
            [var side] => side.QuerySelectorAll("img, source").ToList() is { Count: > 0 } images
                ? images.All(image => PageInterface.Sources(image).All(source => source.Split('/') is ["", "media", var shown, _] && shown == hash))
                : PageText.IsSame(PageText.Of(side, ".words"), hash ?? string.Empty),
            _ => false,
        };
    }

    // Words for screen readers only, and the labels beside a change: the space before each belongs to it.
    private bool IsOfWords(IElement element) => element.LocalName switch
    {
        "del" or "ins" => element.GetAttribute("class") is null or "faint" && element.Attributes.All(attribute => attribute.LocalName == "class"),
        "span" => element.ClassName == "sr" && element.Attributes.Length == 1 && element.ChildElementCount == 0
            && (language.Says(element.TextContent, "compare.hear.removed") || language.Says(element.TextContent, "compare.hear.added")),
        "small" => element.ClassName == "look" && element.Attributes.Length == 1 && element.ChildElementCount == 0
            && language.TextsOf("mark.").Any(mark => PageText.IsSame(element.TextContent, mark.Value)),
        "bdi" => element.Attributes.All(attribute => attribute.LocalName == "dir"),
        _ => false,
    };

    private static string Said(IElement words, string without)
    {
        var rest = (IElement)words.Clone(deep: true);
        foreach (var mark in rest.QuerySelectorAll("small.look").ToList())
        {
            if (mark.PreviousSibling is IText space && string.IsNullOrWhiteSpace(space.Data))
            {
                space.Remove();
            }

            mark.Remove();
        }

        return PageText.Without(rest, $".sr, {without}");
    }

    private int? Partner(IElement line) => line.QuerySelector(".tag a.fate")?.GetAttribute("href") is { } address && address.StartsWith("#from-", StringComparison.Ordinal)
        && int.TryParse(address.AsSpan(6), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place)
            ? place
            : null;

    private bool IsSame(string said, string? sealedText) => isLoose ? Loose(said) == Loose(sealedText ?? string.Empty) : PageText.IsSame(said, sealedText ?? string.Empty);

    // Version 1 of the canonical text does not mark superscripts.
    private static string Loose(string text) => string.Concat(WordSequence.Of(text.Normalize(NormalizationForm.FormKC))).Replace("^", "", StringComparison.Ordinal);

    private List<(string Tag, string Text)> Of(SealedRevision revision) =>
    [
        .. revision.Text.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => (Tag: line[..line.IndexOf(':', StringComparison.Ordinal)], Text: line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]))
            .Where(line => !Beside.Contains(line.Tag) && !(isLoose && Later.Contains(line.Tag))).Select(line => (line.Tag, revision.Lines.IsFirstVersion ? line.Text : CanonicalMarkup.Shown(line.Text))),
    ];
}
