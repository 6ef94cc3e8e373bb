using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Entries;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>What somebody sees who scans a print: the words to compare, whether they still stand, and what came since, all held against what was sealed.</summary>
/// <param name="all">Every revision, the oldest first.</param>
internal sealed class ShownScan(InterfaceLanguage language, string origin, IReadOnlyList<SealedRevision> all)
{
    // A page shows some 320 characters of the first paragraph, and the revisions of the newest sixty.
    private const int ShortestOpening = 160;
    private const int MaxSince = 60;

    private readonly StoryNotes notes = new(all);

    private SealedRevision Newest => all[^1];

    private bool IsRetracted => all.Any(revision => revision.Entry.Release == RevisionKind.Retraction);

    /// <summary>What is wrong, and whether it is what the page says of the story or what stands around it; null where nothing is.</summary>
    /// <param name="isSealed">Whether it is the page of a seal that counts, which must say so; that of a link mark says nothing of seals.</param>
    public (FindingKind Kind, string Sentence)? Problem(byte[] html, SealedRevision shown, bool isSealed)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        if ((WordsProblem(page, shown) ?? StateProblem(page, shown) ?? SinceProblem(page, shown) ?? FactsProblem(page, shown) ?? SealProblem(page, isSealed)
            ?? RecordPage.LinkProblem(page, shown.Name.Code, $"/{language.Language}/how-to-check", $"/{language.Language}/check?code={shown.Name.Code}.{shown.Name.Number}")) is { } problem)
        {
            return (ReaderFindingKinds.ScanDiffers, problem);
        }

        var book = StoryPhrases.Of(language.Book, origin, all);
        if (shown.Lines.Of("text") is [var opening, ..])
        {
            book.AddBeginnings(opening);
        }

        if (all.Any(revision => revision.Lines.IsFirstVersion))
        {
            book.AddWhole(page.QuerySelectorAll("p.new").Select(each => PageText.Without(each, "time"))).AddWhole(page.QuerySelectorAll("img").Select(image => image.GetAttribute("alt")));
        }

        return RecordPage.Around(page, book, origin, [shown]) is { } around ? (ReaderFindingKinds.WordsNotOurs, around) : null;
    }

    private static string? WordsProblem(IDocument page, SealedRevision shown)
    {
        if (page.QuerySelectorAll(".sheet").ToList() is not [var sheet])
        {
            return "It does not show the words to compare.";
        }

        return !PageText.IsSame(PageText.Of(sheet, "h1"), shown.Lines.PaperHeadline) ? $"Its headline is “{RecordPage.Short(PageText.Of(sheet, "h1"))}”; “{RecordPage.Short(shown.Lines.PaperHeadline)}” was sealed."
            : !PageText.IsSame(PageText.Of(sheet, ".kicker"), string.Join(' ', shown.Lines.Of("kicker"))) ? "Its kicker is not the one that was sealed."
            : !PageText.IsSame(PageText.Of(sheet, ".standfirst"), string.Join(' ', shown.Lines.Of("standfirst"))) ? "Its standfirst is not the one that was sealed."
            : !IsOpening(PageText.Of(sheet, ".words"), shown.Lines.Of("text") is [var first, ..] ? first : string.Empty) ? "Its first words are not those that were sealed."
            : null;
    }

    private static bool IsOpening(string said, string text)
    {
        var words = CanonicalLine.Normalize(said);
        return words == text || (words.EndsWith('…') && words.Length > ShortestOpening && text.StartsWith(words[..^1].TrimEnd(), StringComparison.Ordinal));
    }

    private string? StateProblem(IDocument page, SealedRevision shown)
    {
        if (page.QuerySelectorAll("section.state").ToList() is not [var state])
        {
            return "It does not say whether the words still stand.";
        }

        string[] due = IsRetracted ? ["retracted"]
            : shown.Text == Newest.Text ? ["current"]
            : notes.Since(shown).Count > 0 ? ["corrected"]
            : shown.Lines.IsFirstVersion ? ["updated", "corrected"]
            : ["updated"];
        return due.Any(word => state.ClassList.Contains(word) && language.Says(PageText.Of(state, "h2"), $"scan.status.{word}.title") && language.Says(PageText.Of(state, "h2 + p"), $"scan.status.{word}.say"))
            ? null
            : $"It says “{RecordPage.Short(PageText.Of(state, "h2"))}”; by the log the words are {due[0]}.";
    }

    private string? SinceProblem(IDocument page, SealedRevision shown)
    {
        var due = notes.Since(shown).Select(ordinal => (Ordinal: ordinal, NoteInPublic.Of(Newest, ordinal)!.Text)).ToList();
        var said = page.QuerySelectorAll("ul.notes > li").ToList();
        if (!(said.Count == due.Count && said.Zip(due).All(pair => IsNote(pair.First, pair.Second.Text, at => new ReleaseTimes(all).IsOfNote(pair.Second.Ordinal, at))))
            && !(shown.Lines.IsFirstVersion && said.All(each => Newest.Lines.Of("correction").Any(note => PageText.IsSame(PageText.Without(each, "time"), note)))))
        {
            return "What it says was corrected is not what was sealed.";
        }

        var news = all.Where(revision => revision.Name.Number > shown.Name.Number).Reverse().Take(MaxSince)
            .SelectMany(revision => revision.Lines.Of("note").Select(note => (Text: note, Second: revision.ReleasedSecond))).ToList();
        if (page.QuerySelectorAll("time").Length != said.Count + page.QuerySelectorAll("p.new").Length + 1)
        {
            return "It bears another date.";
        }

        var told = page.QuerySelectorAll("p.new").Where(each => !IsUnsealed(each)).ToList();
        return (told.Count == news.Count || all.Count > MaxSince) && told.Zip(news).All(pair => IsNote(pair.First, pair.Second.Text, at => at.ToUnixTimeSeconds() == pair.Second.Second))
            ? null
            : "What it says was new is not what was sealed.";
    }

    // The note of a revision whose canonical text is version 1, which does not contain it.
    private bool IsUnsealed(IElement told) => told.QuerySelector("time") is { } time && language.Dates.Read(time) is { } at
        && all.Any(revision => revision.ReleasedSecond == at.ToUnixTimeSeconds() && revision.Lines.IsFirstVersion);

    private bool IsNote(IElement said, string text, Func<DateTimeOffset, bool> isAt) =>
        PageText.IsSame(PageText.Without(said, "time"), text) && said.QuerySelectorAll("time").ToList() is [var time] && language.Dates.Read(time) is { } at && isAt(at);

    private string? FactsProblem(IDocument page, SealedRevision shown) => page.QuerySelectorAll(".facts dd").ToList() is not [var issued, var code, var number]
        || issued.QuerySelector("time") is not { } time ? "It does not name time, code and revision."
        : language.Dates.Read(time) is not { } at || at.ToUnixTimeSeconds() != shown.ReleasedSecond ? "Its date is not that of the log, or says another in words."
        : string.Concat(WordSequence.Of(code.TextContent)) != shown.Name.Code ? "It names another code."
        : string.Concat(WordSequence.Of(number.TextContent)) != shown.Name.Number.ToString(CultureInfo.InvariantCulture) ? "It names another revision."
        : null;

    private string? SealProblem(IDocument page, bool isSealed) => page.QuerySelectorAll("section.seal").ToList() switch
    {
        [] => isSealed ? "It does not say what the seal is worth." : null,
        [var seal] when isSealed => language.Says(PageText.Of(seal, "h2 + p"), "scan.seal.holds") ? null : "It says of a seal that counts that it does not.",
        _ => "It speaks of a seal where there is none.",
    };
}
