using System.Text;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The sentences in which a history names what a release changed, each with its old and its new words. They are not sealed, but both texts are: the words must stand
/// in lines that really changed between them.
/// </summary>
internal sealed class NamedChanges
{
    // Which of an edition's sentences has these words around its gaps, and where its gaps are.
    private readonly Dictionary<string, (string Kind, bool IsMove, int[] Gaps)> sentences = new(StringComparer.Ordinal);

    private readonly InterfaceLanguage language;

    public NamedChanges(InterfaceLanguage language)
    {
        this.language = language;
        foreach (var (key, text) in language.TextsOf("gate."))
        {
            int[] gaps = [.. Enumerable.Range(0, 2).Where(gap => text.Contains($"{{{gap}}}", StringComparison.Ordinal)).OrderBy(gap => text.IndexOf($"{{{gap}}}", StringComparison.Ordinal))];
            sentences.TryAdd(CanonicalLine.Normalize(text.Replace("{0}", "\u2068\u2069", StringComparison.Ordinal).Replace("{1}", "\u2068\u2069", StringComparison.Ordinal)), (key.Split('.')[1], key.EndsWith(".moved", StringComparison.Ordinal), gaps));
        }
    }

    /// <summary>What is wrong with a sentence; null where it names a change that both texts show.</summary>
    /// <param name="all">All revisions of the story, the oldest first.</param>
    /// <param name="now">The revision that the sentence is about.</param>
    public string? Problem(string said, IReadOnlyList<SealedRevision> all, SealedRevision now)
    {
        var (around, values) = Parts(said);
        if (!sentences.TryGetValue(CanonicalLine.Normalize(around), out var sentence) || values.Count != sentence.Gaps.Length)
        {
            return $"It names a change in words that are not the interface's: {Short(said)}";
        }

        var (before, after) = (Of(values, sentence.Gaps, 0), Of(values, sentence.Gaps, 1));

        // A change is also named against an older revision, so that none passes in small steps.
        var former = all.Where(revision => revision.Name.Number < now.Name.Number).Reverse();
        var isMove = sentence.IsMove || WordSequence.Of(before).SequenceEqual(WordSequence.Of(after));
        return former.Any(old => Holds(sentence.Kind, isMove, before, after, old, now)) ? null : $"It names a change that the texts do not show: {Short(said)}";
    }

    private bool Holds(string kind, bool isMove, string before, string after, SealedRevision old, SealedRevision now) => kind switch
    {
        "picture" => true,
        "crop" => IsNumbers(before) && IsNumbers(after),
        "link" => IsLinks(before, old) && IsLinks(after, now),
        "label" => IsCalled("story.label.", ["label"], before, old) && IsCalled("story.label.", ["label"], after, now),
        "made" => IsCalled("made.", SealedLines.Made, before, old) && IsCalled("made.", SealedLines.Made, after, now),
        "section" or "topic" => IsNamed(kind, before, old) && IsNamed(kind, after, now),
        _ => IsFirstVersion(old, now) || (IsInLine(before, Changed(old, now, isMove)) && IsInLine(after, Changed(now, old, isMove))),
    };

    // Version 1 of the canonical text does not contain every word that a page shows.
    private static bool IsFirstVersion(SealedRevision old, SealedRevision now) => old.Lines.IsFirstVersion || now.Lines.IsFirstVersion;

    /// <summary>The lines of a text that the other has not, or not as often; where words only changed their place, or what marks them, all.</summary>
    private static IEnumerable<string> Changed(SealedRevision one, SealedRevision other, bool isMove)
    {
        var left = Sealed(other).CountBy(line => line).ToDictionary();
        return Sealed(one).Zip(one.Lines.All).Where(line => isMove || !left.TryGetValue(line.First, out var count) || (left[line.First] = count - 1) < 0).Select(line => line.Second.Text);
    }

    // As they stand, with the signs of superscripts and cells.
    private static IEnumerable<string> Sealed(SealedRevision revision) => revision.Text.Split('\n').Skip(1).Where(line => line.Length > 0);

    // Names or numbers of one change stand side by side in the sentence and need not in the text. Superscripts are marked in the sentence only.
    private static bool IsInLine(string words, IEnumerable<string> lines)
    {
        string[][] forms = [WordSequence.Of(words), WordSequence.Of(words.Replace("^", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal))];
        return forms[0].Length == 0 || lines.Select(WordSequence.Of).Any(line => forms.Any(form => IsAmong(form, line)));
    }

    private static bool IsAmong(string[] words, string[] line)
    {
        var at = 0;
        foreach (var word in line)
        {
            if (at < words.Length && IsWord(words[at], word))
            {
                at++;
            }
        }

        return at == words.Length;
    }

    // Numbers and signs may be a part of a word.
    private static bool IsWord(string named, string word) =>
        named == word || (!named.Any(char.IsLetter) && word.Contains(named, StringComparison.Ordinal));

    private static bool IsNamed(string tag, string words, SealedRevision revision) => revision.Lines.IsFirstVersion
        || IsAmong(WordSequence.Of(words), WordSequence.Of(string.Join(' ', revision.Lines.Of(tag))));

    // Where links lead is not sealed: an address, or words of the text.
    private static bool IsLinks(string words, SealedRevision revision)
    {
        var known = revision.Lines.All.SelectMany(line => WordSequence.Of(line.Text)).ToHashSet(StringComparer.Ordinal);
        return words.Split(' ').All(word => word.AsSpan().ContainsAny("/:") || WordSequence.Of(word).All(known.Contains));
    }

    // Sealed as codes, and named in the words of the interface.
    private bool IsCalled(string prefix, IReadOnlyCollection<string> tags, string words, SealedRevision revision) =>
        new PhraseBook().AddWhole(tags.SelectMany(revision.Lines.Of).Select(code => language.Text(prefix + code))).FirstForeign(words) is null;

    private static bool IsNumbers(string words) => WordSequence.Of(words).All(WordSequence.IsSmallNumber);

    private static string Of(List<string> values, int[] gaps, int gap) => Array.IndexOf(gaps, gap) is >= 0 and var at ? values[at] : string.Empty;

    // The named words stand in isolates, which no interface text has.
    private static (string Around, List<string> Values) Parts(string said)
    {
        var (around, values, value) = (new StringBuilder(), new List<string>(), new StringBuilder());
        var depth = 0;
        foreach (var sign in said)
        {
            depth -= sign == '\u2069' && depth > 0 ? 1 : 0;
            if (depth == 0 && sign == '\u2069')
            {
                values.Add(value.ToString());
                value.Clear();
            }

            (depth > 0 ? value : around).Append(sign);
            depth += sign is >= '\u2066' and <= '\u2068' ? 1 : 0;
        }

        return (around.ToString(), values);
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
