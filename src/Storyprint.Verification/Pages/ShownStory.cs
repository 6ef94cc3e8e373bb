using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Verification.Marks;

namespace Storyprint.Verification.Pages;

/// <summary>A page of a story, on the web or on paper, held against what was sealed: its words, its dates, its marks, and what stands around it.</summary>
/// <param name="words">Null where the publication names no words of its interface: then what stands around a story is not looked at.</param>
internal sealed class ShownStory(InterfaceWords? words, PrintedMarks marks, CardWords? cards)
{
    /// <param name="html">The page.</param>
    /// <param name="shown">The revision that it shows.</param>
    /// <param name="all">All revisions of the story, the oldest first.</param>
    public async Task<IReadOnlyList<PageProblem>> ProblemsAsync(
        byte[] html, SealedRevision shown, IReadOnlyList<SealedRevision> all, bool isPrint, CancellationToken cancellation)
    {
        var isOlder = shown.Name != all[^1].Name;
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        var problems = new List<PageProblem>();
        var code = shown.Name.Code;
        if (PageWords.Problem(page, shown.Lines, isOlder, isPrint) is { } otherWords)
        {
            problems.Add(new PageProblem(FindingKinds.PageSaysOther, otherWords, code));
        }

        if (isOlder && page.QuerySelector("article .notice p, article .older p") is null)
        {
            problems.Add(new PageProblem(FindingKinds.StatusHidden, "It does not say that a newer revision was published.", code));
        }

        var wrong = isPrint ? marks.Problems(page, shown) : marks.LinkProblems(page, shown);
        problems.AddRange(wrong.Select(problem => new PageProblem(ReaderFindingKinds.SealWrong, problem, code)));

        // Where the story itself says something else, that is what is reported.
        if (problems.Count == 0 && words is not null && cards is not null)
        {
            var language = words.For(all[^1].Entry.Language);
            await AddCardsAsync(problems, page, cards, language, cancellation);
            if (Around(page, words, language, shown, all) is { } around)
            {
                problems.Add(new PageProblem(ReaderFindingKinds.WordsNotOurs, around, code));
            }
        }

        return problems;
    }

    private static async Task AddCardsAsync(List<PageProblem> problems, IDocument page, CardWords cards, InterfaceLanguage language, CancellationToken cancellation)
    {
        foreach (var card in page.QuerySelectorAll("section.related article.card").ToList())
        {
            if (await cards.ProblemAsync(card, language, cancellation) is { } problem)
            {
                problems.Add(new PageProblem(ReaderFindingKinds.ListSaysOther, problem, CardWords.CodeOf(card)));
            }

            card.Remove();
        }
    }

    private static string? Around(IDocument page, InterfaceWords words, InterfaceLanguage language, SealedRevision shown, IReadOnlyList<SealedRevision> all)
    {
        var newest = all[^1];
        var times = new ReleaseTimes(all);
        foreach (var time in page.QuerySelectorAll("time"))
        {
            if (language.Dates.Read(time) is not { } at || !times.Has(at))
            {
                return $"It bears a date that is none of the story's, or that says another in words: {Short(time.TextContent)}";
            }
        }

        var book = StoryPhrases.Of(language.Book, words.Origin, newest.Name == shown.Name ? [shown] : [shown, newest]);
        if (Path(page, words.Origin, shown.Name.Code) is not { } slug)
        {
            return "Its canonical address is not that of the story.";
        }

        book.AddWhole(slug);
        if (shown.Lines.IsFirstVersion)
        {
            TakeUnsealed(page, book);
        }

        if (CodesProblem(page, language, shown.Lines) is { } codes)
        {
            return codes;
        }

        return ChangedWords(page, book, shown, all) ?? PrintedLinks(page, words.Origin)
            ?? new PageInterface(book, words.Origin, hash => shown.Lines.AllFiles.Contains(hash)).Problem(page.DocumentElement);
    }

    // The label, and how things were made, are sealed as codes, which a page says in the interface's words.
    private static string? CodesProblem(IDocument page, InterfaceLanguage language, SealedLines lines) =>
        !Says(page.QuerySelectorAll("article .genre"), lines.Of("label").Select(code => language.Text($"story.label.{code}"))) ? "Its label is not the one that was sealed."
        : !Says(page.QuerySelectorAll("article .made"), lines.All.Where(line => SealedLines.Made.Contains(line.Tag)).Select(line => language.Text($"made.{line.Text}"))) ? "What it says of how something was made is not what was sealed."
        : null;

    private static bool Says(IEnumerable<IElement> said, IEnumerable<string> sealedWords) =>
        said.Select(element => string.Join(' ', WordSequence.Of(element.TextContent))).SequenceEqual(sealedWords.Select(words => string.Join(' ', WordSequence.Of(words))));

    // The end of an address that is made for reading is not sealed; it must only be the same wherever the page says it.
    private static string? Path(IDocument page, string origin, string code)
    {
        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? string.Empty;
        var start = $"{origin}/news/{code}";
        return canonical == start ? string.Empty
            : canonical.StartsWith($"{start}/", StringComparison.Ordinal) && !canonical.AsSpan(start.Length + 1).Contains('/') ? Uri.UnescapeDataString(canonical[(start.Length + 1)..])
            : null;
    }

    // Version 1 of the canonical text does not contain them.
    private static void TakeUnsealed(IDocument page, PhraseBook book) => book
        .AddWhole(page.QuerySelectorAll("article .topics li, article .news p, article .found, article .embed, article .elsewhere").Select(PageText.Of))
        .AddWhole(page.QuerySelectorAll("article img").Select(image => image.GetAttribute("alt")))
        .AddWhole(page.QuerySelectorAll("meta[property='article:tag'], meta[property='article:section']").Select(meta => meta.GetAttribute("content")));

    // An update that needed no note names the words it changed: those of the text before and of this one.
    private static string? ChangedWords(IDocument page, PhraseBook below, SealedRevision shown, IReadOnlyList<SealedRevision> all)
    {
        if (page.QuerySelectorAll(".dates .pairs") is not [var pairs, ..])
        {
            return null;
        }

        var before = all.FirstOrDefault(revision => revision.Name.Number == shown.Name.Number - 1);
        var book = new PhraseBook(below).AddWhole(shown.Lines.All.Concat(before?.Lines.All ?? []).SelectMany(line => WordSequence.Of(line.Text)).Distinct());
        var said = string.Join(' ', pairs.TextContent.Split(' ').Where(word => !word.Contains('/', StringComparison.Ordinal)));
        pairs.Remove();
        return !shown.Lines.IsFirstVersion && book.FirstForeign(said) is { } foreign ? $"It says “{Short(foreign)}” among the words that changed, and neither text has them." : null;
    }

    // Paper prints where the text's links lead, which nobody sealed.
    private static string? PrintedLinks(IDocument page, string origin)
    {
        var targets = page.QuerySelectorAll("article a[href]").Select(link => link.GetAttribute("href")!).Select(target => target.StartsWith('/') ? origin + target : target).ToHashSet();
        foreach (var address in page.QuerySelectorAll(".links li bdi").ToList())
        {
            if (!targets.Contains(address.TextContent))
            {
                return $"Its list of links has one that its text has not: {Short(address.TextContent)}";
            }

            address.Remove();
        }

        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}

/// <summary>Something wrong with a page of a story.</summary>
/// <param name="Code">The story that it is about, which may be a related one.</param>
internal sealed record PageProblem(FindingKind Kind, string Sentence, string? Code);
