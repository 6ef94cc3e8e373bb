using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Entries;

namespace Storyprint.Verification.Pages;

/// <summary>The page that compares two revisions, held against both sealed texts: their names, dates and notes, and every line of both.</summary>
/// <param name="all">Every revision, the oldest first.</param>
internal sealed class ShownComparison(InterfaceLanguage language, string origin, IReadOnlyList<SealedRevision> all)
{
    /// <summary>What is wrong, and whether it is what the page says of the revisions or what stands around it; null where nothing is.</summary>
    public (FindingKind Kind, string Sentence)? Problem(byte[] html, SealedRevision before, SealedRevision after)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        if (OfPage(page, before, after) is { } problem)
        {
            return (ReaderFindingKinds.ComparisonDiffers, problem);
        }

        page.QuerySelectorAll(".lines .words").ToList().ForEach(words => words.Remove());
        var book = StoryPhrases.Of(language.Book, origin, [before, after]);
        if (after.Lines.IsFirstVersion)
        {
            book.AddWhole(PageText.Of(page, ".sides .told"));
        }

        // Version 1 of the canonical text does not contain alternative texts of pictures.
        if (before.Lines.IsFirstVersion || after.Lines.IsFirstVersion)
        {
            book.AddWhole(page.QuerySelectorAll(".lines img").Select(image => image.GetAttribute("alt")));
        }

        return RecordPage.Around(page, book, origin, [before, after]) is { } around ? (ReaderFindingKinds.WordsNotOurs, around) : null;
    }

    private string? OfPage(IDocument page, SealedRevision before, SealedRevision after)
    {
        var (from, to) = (Number(before), Number(after));
        if (!PageText.IsSame(PageText.Of(page, "h1"), after.Lines.Headline) || !language.Says(PageText.Of(page, ".list-head .kicker"), "compare.title", from, to))
        {
            return "Its title is not that of the two revisions.";
        }

        if (page.QuerySelectorAll(".sides > div:has(dd)").ToList() is not [var left, var right] || page.QuerySelectorAll("time").Length != 2)
        {
            return "It does not name two revisions with their dates.";
        }

        if ((SideProblem(left, before) ?? SideProblem(right, after) ?? NoteProblem(right, after)) is { } ofSides)
        {
            return ofSides;
        }

        if (page.QuerySelectorAll(".lines").ToList() is not [var lines])
        {
            return "It has no lines, or more than once.";
        }

        var compared = new ComparedLines(language, before, after);
        var isSame = WordSequence.IndexOf(WordSequence.Of(PageText.Of(page, "p.summary")), language.WordsOf("compare.same") ?? []) >= 0;
        return compared.Problem(lines)
            ?? (language.WordsOf("compare.same") is not null && isSame != compared.IsIdentical && !before.Lines.IsFirstVersion ? "It says that nothing changed, or hides that nothing did." : null)
            ?? RecordPage.LinkProblem(page, after.Name.Code);
    }

    private string? SideProblem(IElement side, SealedRevision revision) =>
        !language.Says(PageText.Of(side, "dt"), "print.revision", Number(revision)) || side.QuerySelector("dt a")?.GetAttribute("href") != $"/news/{revision.Name}"
            ? "It names another revision than the one it compares."
        : !language.Says(PageText.Without(side.QuerySelector("dd")!, "time, .told"), KindOf(revision)) ? $"What revision {Number(revision)} is called is not what the log says of it."
        : side.QuerySelector("time") is { } time && language.Dates.Read(time) is { } at && RecordPage.IsOf(revision, at) ? null
        : $"The date of revision {Number(revision)} is not that of the log, or says another in words.";

    private static string KindOf(SealedRevision revision) => revision.Entry.Release switch
    {
        RevisionKind.Retraction => "story.retracted",
        RevisionKind.Correction => "story.corrected",
        RevisionKind.Update => "story.updated",
        _ => "story.published",
    };

    // The note of an update, or what a correction says; two releases can share a second.
    private string? NoteProblem(IElement side, SealedRevision revision)
    {
        var told = side.QuerySelectorAll(".told").Select(each => PageText.Of(each)).ToList();
        var notes = new StoryNotes(all);
        IReadOnlyList<string> due = notes.Brought(revision) is { } brought ? [NoteInPublic.Of(revision, brought)!.Text]
            : notes.Reworded(revision) is { } reworded ? [NoteInPublic.Of(revision, reworded)!.Text]
            : revision.Lines.Of("note");
        return due is [var one] ? (told is [var said] && PageText.IsSame(one, said) ? null : "Its note is not the one that was sealed.")
            : told.Count == 0 || revision.Lines.IsFirstVersion || (told is [var other] && revision.Lines.Of("correction").Any(note => PageText.IsSame(note, other))) ? null
            : "It shows a note that it has not.";
    }

    private static string Number(SealedRevision revision) => revision.Name.Number.ToString(CultureInfo.InvariantCulture);
}
