using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification.Pages;

/// <summary>The corrections of each edition: every entry must be a sealed note, and every sealed note be there.</summary>
internal sealed class CheckCorrections(SiteCheckRequest request, SealedStories stories, StoryHistory log, InterfaceWords words, ReaderFindings readers)
{
    // Older ones are in the feeds and histories of their stories.
    private const int MaxPage = 100;

    private readonly ConcurrentDictionary<string, (string Language, int Count)> expected = new(StringComparer.Ordinal);
    private long good;

    public long Good => good;

    /// <summary>Takes in how many notes a story that readers are shown has.</summary>
    public void Expect(string code, string language, int count)
    {
        if (count > 0)
        {
            expected[code] = (words.For(language).Language, count);
        }
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var language in words.Editions)
        {
            var first = $"{language.Language}/corrections";
            var missing = expected.Where(each => each.Value.Language == language.Language).ToDictionary(each => each.Key, each => Enumerable.Range(1, each.Value.Count).ToHashSet());
            try
            {
                if (await RunAsync(language, first, missing, cancellation))
                {
                    foreach (var (code, notes) in missing)
                    {
                        foreach (var ordinal in notes)
                        {
                            await readers.AddAsync(ReaderFindingKinds.CorrectionsDiffer, first, $"Note {ordinal} of {code} is missing.", code, cancellation);
                        }
                    }
                }
            }
            catch (SourceUnreachableException unreachable)
            {
                readers.AddUnread(first, unreachable);
            }
        }
    }

    /// <returns>Whether the pages were read to their end.</returns>
    private async Task<bool> RunAsync(InterfaceLanguage language, string first, Dictionary<string, HashSet<int>> missing, CancellationToken cancellation)
    {
        for (var number = 1; number <= MaxPage; number++)
        {
            var address = number == 1 ? first : $"{first}/{number}";
            var answer = await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation);
            if (answer is not { IsGone: false, IsTooLong: false })
            {
                if (number > 1 || missing.Count > 0)
                {
                    await readers.AddAsync(ReaderFindingKinds.CorrectionsDiffer, address, "There is no page at this address.", null, cancellation);
                }

                return true;
            }

            using var page = new HtmlParser().ParseDocument(new MemoryStream(answer.Bytes));
            foreach (var item in page.QuerySelectorAll("ol.notes > li").ToList())
            {
                if (await ProblemAsync(item, language, missing, cancellation) is { } problem)
                {
                    await readers.AddAsync(ReaderFindingKinds.CorrectionsDiffer, address, problem, StoryAddress.CodeOf(item.QuerySelector("h2 a")?.GetAttribute("href") ?? string.Empty), cancellation);
                }
                else
                {
                    good++;
                }

                item.Remove();
            }

            if (new PageInterface(language.Book, words.Origin, _ => false).Problem(page.DocumentElement) is { } around)
            {
                await readers.AddAsync(ReaderFindingKinds.WordsNotOurs, address, around, null, cancellation);
            }

            if (page.QuerySelector(".pager a[rel=next]") is null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string?> ProblemAsync(IElement item, InterfaceLanguage language, Dictionary<string, HashSet<int>> missing, CancellationToken cancellation)
    {
        var link = item.QuerySelector("h2 a")?.GetAttribute("href") ?? string.Empty;
        if (StoryAddress.CodeOf(link) is not { } code || NoteInPublic.Ordinal(link) is not { } ordinal || log.Find(code) is not { } tail)
        {
            return $"It has an entry of no story in the log: “{Short(item.TextContent.Trim())}”";
        }

        if (tail.WithdrawnAt is not null)
        {
            return $"It has an entry of {code}, which was withdrawn.";
        }

        if (await stories.NewestAsync(code, cancellation) is not { } newest)
        {
            return null;
        }

        var isNew = missing.TryGetValue(code, out var left) && left.Remove(ordinal);
        if (left is { Count: 0 })
        {
            missing.Remove(code);
        }

        if (NoteInPublic.Of(newest, ordinal) is not { } note || !isNew)
        {
            return $"It has an entry of {code} that the story has not, or has it twice.";
        }

        var all = await stories.UpToAsync(newest, cancellation);
        var problem = Compare(item, note, newest) ?? KindProblem(item, language, new StoryNotes(all), ordinal) ?? DateProblem(item, language, new ReleaseTimes(all), ordinal)
            ?? new PageInterface(StoryPhrases.Of(language.Book, words.Origin, newest), words.Origin, _ => false).Problem(item);
        return problem is null ? null : $"{code}, note {ordinal}: {problem}";
    }

    private static string? Compare(IElement item, NoteInPublic note, SealedRevision newest) =>
        !PageText.IsSame(PageText.Of(item, "h2"), newest.Lines.Headline) ? "Its headline is not the one that was sealed."
        : !PageText.IsSame(PageText.Of(item, ".told"), note.Text) ? "Its words are not those that were sealed."
        : !newest.Lines.IsFirstVersion && !note.IsSaidIn(item) ? "What it says was said, or is said now, is not what was sealed."
        : null;

    // Both words are the interface's own: which of them stands here is told by the release that brought the note.
    private static string? KindProblem(IElement item, InterfaceLanguage language, StoryNotes notes, int ordinal) =>
        language.Text(notes.IsOfRetraction(ordinal) ? "note.retraction" : "note.correction") is { Length: > 0 } word && item.QuerySelector(".status") is { } shown && !PageText.IsSame(shown.TextContent, word)
            ? $"It is called “{Short(shown.TextContent.Trim())}”, and the log says otherwise." : null;

    private static string? DateProblem(IElement item, InterfaceLanguage language, ReleaseTimes times, int ordinal) =>
        item.QuerySelector("time") is { } time && language.Dates.Read(time) is { } at && times.IsOfNote(ordinal, at) ? null
        : "Its date is not that of the release which brought it.";

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
