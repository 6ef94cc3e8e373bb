using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Entries;

namespace Storyprint.Verification.Pages;

/// <summary>The list of a story's revisions, held against log and sealed texts: of each its number, kind, date, notes, and the changes that are named.</summary>
/// <param name="all">Every revision, the oldest first.</param>
internal sealed class ShownHistory(InterfaceLanguage language, string origin, IReadOnlyList<SealedRevision> all)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private readonly StoryNotes notes = new(all);
    private readonly NamedChanges changes = new(language);
    private readonly PhraseBook book = StoryPhrases.Of(language.Book, origin, all);

    private SealedRevision Newest => all[^1];

    /// <summary>What is wrong, and whether it is what the list says or what stands around it; null where nothing is.</summary>
    public (FindingKind Kind, string Sentence)? Problem(byte[] html)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        if (OfList(page) is { } problem)
        {
            return (ReaderFindingKinds.HistoryDiffers, problem);
        }

        page.QuerySelectorAll(".findings, form.choose").ToList().ForEach(element => element.Remove());
        return RecordPage.Around(page, book, origin, all) is { } around ? (ReaderFindingKinds.WordsNotOurs, around) : null;
    }

    private string? OfList(IDocument page)
    {
        var items = page.QuerySelectorAll("ol.revisions > li").ToList();
        if (items.Count != all.Count || page.QuerySelectorAll("time").Length != all.Count || page.QuerySelectorAll("ol.revisions").Length != 1)
        {
            return $"It lists {items.Count} revisions with {page.QuerySelectorAll("time").Length} dates, and the log has {all.Count}.";
        }

        if (!PageText.IsSame(PageText.Of(page, "h1"), Newest.Lines.Headline))
        {
            return "Its headline is not the one that was sealed.";
        }

        var dates = items.ConvertAll(item => item.QuerySelector(".when time") is { } time ? language.Dates.Read(time) : null);
        for (var place = 0; place < items.Count; place++)
        {
            var revision = all[^(place + 1)];
            if (OfRevision(items[place], revision, place == 0, dates[place]) is { } problem)
            {
                return $"Revision {revision.Name.Number}: {problem}";
            }
        }

        return RecordPage.LinkProblem(page, Newest.Name.Code) ?? OfForm(page, dates);
    }

    private string? OfRevision(IElement item, SealedRevision revision, bool isNewest, DateTimeOffset? at) =>
        !language.Says(PageText.Of(item, "h2 .number"), "print.revision", Number(revision)) ? "It bears another number."
        : !language.Says(PageText.Of(item, "h2 .kind"), KindOf(revision)) ? "What it is called is not what the log says of it."
        : isNewest != (item.QuerySelector("h2 .now") is { } now && language.Says(now.TextContent, "history.current")) ? "It hides that it is the current one, or says it without being that."
        : !IsEntry(PageText.Of(item, ".entry"), revision) ? "It names another entry of the log."
        : DateProblem(item, revision, at) ?? NoteProblem(item, revision) ?? OfChanges(item, revision) ?? LinksProblem(item, revision);

    private string KindOf(SealedRevision revision) => revision.Entry.Release switch
    {
        RevisionKind.Retraction => "story.retracted",
        RevisionKind.Correction => notes.IsRewording(revision) ? "history.reworded" : "story.corrected",
        RevisionKind.Update => "story.updated",
        _ => "story.published",
    };

    // A first revision may have been published elsewhere before: then the page says in words when it came here.
    private string? DateProblem(IElement item, SealedRevision revision, DateTimeOffset? at)
    {
        if (at is not { } date || !RecordPage.IsOf(revision, date) || item.QuerySelectorAll("time").Length != 1)
        {
            return "Its date is not that of the log, or says another in words.";
        }

        var entered = WordSequence.Of(PageText.Without(item.QuerySelector(".when")!, "time"));
        var released = revision.Entry.PublishedAt.ToOffset(date.Offset);
        var cameLater = released - date > Later;
        return cameLater != entered.Length > 0 ? "It does not say when it came into this system, or says it without need."
            : cameLater && !IsFilledWith(entered, "history.entered", released) ? "When it came into this system is not what the log says."
            : null;
    }

    // Its own offset may be that of another season.
    private bool IsFilledWith(string[] said, string key, DateTimeOffset at)
    {
        string[] parts = language.Text(key).Split("{0}");
        if (parts.Length != 2 || WordSequence.Of(parts[0]) is not { } before || WordSequence.Of(parts[1]) is not { } after || said.Length < before.Length + after.Length)
        {
            return parts.Length != 2;
        }

        var date = said[before.Length..(said.Length - after.Length)];
        return said.AsSpan().StartsWith(before) && said.AsSpan().EndsWith(after)
            && Enumerable.Range(-1, 3).Any(hours => language.Dates.Says(at.ToOffset(at.Offset + TimeSpan.FromHours(hours)), date));
    }

    private string? NoteProblem(IElement item, SealedRevision revision)
    {
        var told = item.QuerySelectorAll("p.told").ToList();
        var news = told.Where(each => each.QuerySelector("b") is not null).Select(each => PageText.Without(each, "b")).ToList();
        if (revision.Lines.IsFirstVersion)
        {
            book.AddWhole(news);
        }
        else if (news.Count != revision.Lines.Of("note").Count || !news.Zip(revision.Lines.Of("note")).All(pair => PageText.IsSame(pair.First, pair.Second)))
        {
            return "What it says was new is not what was sealed.";
        }

        var noted = told.Where(each => each.QuerySelector("b") is null).Select(each => PageText.Of(each)).ToList();
        var ordinal = notes.Brought(revision) ?? (notes.Reworded(revision) is { } reworded && !notes.IsRewordedAfter(revision, reworded) ? reworded : null);
        return (ordinal is { } number ? NoteInPublic.Of(Newest, number) : null) is not { } note
                ? noted.Count == 0 || notes.MayBeUntold(revision, noted) ? null : "It shows a note that it has not."
            : noted is not [var one] || !PageText.IsSame(one, note.Text) || (!Newest.Lines.IsFirstVersion && !note.IsSaidIn(item)) ? "Its note is not the one that was sealed."
            : null;
    }

    private string? OfChanges(IElement item, SealedRevision revision)
    {
        var named = item.QuerySelectorAll("ul.findings > li").ToList();
        var counted = item.QuerySelectorAll("summary").SelectMany(summary => WordSequence.Of(summary.TextContent)).Where(WordSequence.IsSmallNumber).ToList();
        return counted.Any(number => number != $"{named.Count}") ? "It counts the changes wrongly."
            : item.QuerySelectorAll(".findings").Any(list => list.QuerySelectorAll("*").Length != named.Count || PageText.Without(list, "li").Trim().Length > 0)
                || named.Any(each => each.Attributes.Length > 0) ? "Something else stands among the changes it names."
            : named.Select(each => changes.Problem(each.TextContent, all, revision)).FirstOrDefault(problem => problem is not null);
    }

    // Long numbers have marks between their digits.
    private static bool IsEntry(string said, SealedRevision revision) =>
        string.Concat(WordSequence.Of(said).Where(WordSequence.IsSmallNumber)) is { } digits && (digits.Length == 0 || digits == revision.Index.ToString(CultureInfo.InvariantCulture));

    private static string? LinksProblem(IElement item, SealedRevision revision) => RecordPage.LinksOtherThan(
        item, $"/news/{revision.Name}", $"/news/{revision.Name}/print", string.Create(CultureInfo.InvariantCulture, $"/news/{revision.Name.Code}/compare/{revision.Name.Number - 1}-{revision.Name.Number}"));

    // Only where the page is served by the program: the choice of any two revisions.
    private string? OfForm(IDocument page, List<DateTimeOffset?> dates)
    {
        if (page.QuerySelector("form.choose") is not { } form)
        {
            return null;
        }

        foreach (var option in form.QuerySelectorAll("option"))
        {
            var place = all.Count - (int.TryParse(option.GetAttribute("value"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
            if (place < 0 || place >= all.Count || !IsChoice(WordSequence.Of(option.TextContent), all[number - 1], dates[place]))
            {
                return $"It offers a revision in other words than those of the log: {RecordPage.Short(option.TextContent)}";
            }
        }

        return form.QuerySelectorAll("*").Prepend(form).FirstOrDefault(element => !IsOfForm(element)) is { } other
            ? $"The choice of revisions has something that is not the interface's: {RecordPage.Short(other.OuterHtml)}"
            : null;
    }

    private bool IsChoice(string[] said, SealedRevision revision, DateTimeOffset? at)
    {
        string[] begin = [.. language.WordsOf("print.revision", Number(revision)) ?? [], .. language.WordsOf(KindOf(revision)) ?? []];
        return said.AsSpan().StartsWith(begin) && at is { } date && language.Dates.Says(date, said.AsSpan(begin.Length));
    }

    private bool IsOfForm(IElement element) =>
        element.LocalName is "form" or "h2" or "p" or "label" or "select" or "option" or "button"
        && element.Attributes.All(attribute => attribute.LocalName is "class" or "action" or "method" or "for" or "id" or "name" or "value" or "selected" or "type")
        && (element.LocalName == "option" || book.FirstForeign(string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Data))) is null);

    private static string Number(SealedRevision revision) => revision.Name.Number.ToString(CultureInfo.InvariantCulture);
}
