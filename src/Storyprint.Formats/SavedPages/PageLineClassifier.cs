using System.Buffers;
using System.Text.RegularExpressions;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>Recognises lines that are not part of the story: labels with values, and the furniture of a print page.</summary>
internal static partial class PageLineClassifier
{
    private static readonly HashSet<string> FurnitureWords = [.. """
        print|print this page|print version|share|share this|send to friends|send to a friend|email this page|email|save|close|back|home|top|comments|comment|send|
        چاپ|نسخه چاپی|اشتراک گذاری|ارسال به دوستان|ارسال برای دوستان|بازگشت|بستن|ذخیره|صفحه اصلی|نظرات|ارسال نظر|کد qr|طباعة|مشاركة|yazdır|imprimer|drucken|imprimir
        """.ReplaceLineEndings(string.Empty).Split('|').Select(PageLabels.Fold)];

    // The colon of ASCII, that of East Asian keyboards, and those that look like it.
    private static readonly SearchValues<char> Colons = SearchValues.Create(':', '：', '﹕', '︓', '∶', '꞉');

    /// <summary>Whether the line belongs to the page and not to the story.</summary>
    public static bool IsFurniture(string line)
    {
        var folded = PageLabels.Fold(line).Trim(' ', '|', '-', '•', '.', '*');
        return folded.Length == 0 || (folded.Length < 300 && (FurnitureWords.Contains(folded) || QrCode().IsMatch(folded) || Copyright().IsMatch(folded) || PageOf().IsMatch(folded)));
    }

    public static bool IsSpecial(string line) => IsFurniture(line) || Labels(line).Count > 0;

    /// <summary>The labels of a line with their values; empty where it does not begin with a label.</summary>
    public static IReadOnlyList<(PageLabel Label, string Value)> Labels(string line)
    {
        var found = new List<(PageLabel Label, string Value)>();
        var rest = line.Trim();
        while (rest.Length > 0 && Begin(rest) is { } begin)
        {
            var next = Next(rest, begin.ValueAt);
            found.Add((begin.Label, rest[begin.ValueAt..next].Trim(' ', '|', '•', '\u200E', '\u200F', '\u00A0')));
            rest = rest[next..].TrimStart(' ', '|', '•', '-');
        }

        return found;
    }

    /// <summary>Splits paragraphs whose lines are of different kinds.</summary>
    public static IEnumerable<Block> Split(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph && paragraph.Text.Plain.Split('\n') is { Length: > 1 } lines && lines.Any(IsSpecial))
            {
                foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line)))
                {
                    yield return new Paragraph(RichText.From(line.Trim()));
                }
            }
            else
            {
                yield return block;
            }
        }
    }

    private static (PageLabel Label, int ValueAt)? Begin(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, PageLabels.LongestLabel)).IndexOfAny(Colons);
        if (colon > 0 && PageLabels.TryFind(text[..colon], hasColon: true, out var label))
        {
            return (label, colon + 1);
        }

        // "Story Code 1125546", or the label alone with its value below.
        var end = text.TakeWhile(character => !char.IsDigit(character)).Count();
        return end <= PageLabels.LongestLabel && PageLabels.TryFind(text[..end], hasColon: false, out label) ? (label, end) : null;
    }

    // The position of the next label on the line: "Story Code: 1125546 News Link :".
    private static int Next(string text, int from)
    {
        for (var colon = NextColon(text, from); colon >= 0; colon = NextColon(text, colon + 1))
        {
            for (var start = Math.Max(from, colon - PageLabels.LongestLabel); start < colon; start++)
            {
                if ((start == from || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '|' or '-') && !char.IsWhiteSpace(text[start])
                    && text[start..colon].Contains(' ', StringComparison.Ordinal) && PageLabels.TryFind(text[start..colon], hasColon: true, out _))
                {
                    return start;
                }
            }
        }

        return text.Length;
    }

    private static int NextColon(string text, int from) => text.AsSpan(from).IndexOfAny(Colons) is var found and >= 0 ? from + found : -1;

    [GeneratedRegex(@"^(?:(?:qr|کیو آر)[\s-]*(?:code|کد)?[\s.:]*)+$")]
    private static partial Regex QrCode();

    [GeneratedRegex(@"^(?:copyright\s*)?(?:©|\(c\)|copyright \d{4})|all rights reserved|تمامی حقوق|کلیه حقوق|حق نشر|حقوق مادی و معنوی")]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^(?:page|seite|صفحه)\s*\d+\s*(?:of|/|von|از)\s*\d+$|^\d+\s*/\s*\d+$")]
    private static partial Regex PageOf();
}
