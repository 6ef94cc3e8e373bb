using AngleSharp.Html.Parser;
using Storyprint.Provenance.Verification;
using Storyprint.Verification.Feeds;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The lists of stories that readers meet: front pages, sections, and in a full check topics, authors and days, each with its feeds; and the news sitemap.
/// </summary>
internal sealed class CheckLists(
    SiteCheckRequest request, SealedStories stories, CardWords cards, CheckFeeds feeds, ListAddresses addresses, InterfaceWords words, ReaderFindings readers)
{
    private const int SideBySide = 8;
    private const int MaxPages = 100;
    private long pages;
    private long good;

    public long Good => good;

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var language in words.Editions)
        {
            var home = language.Language;
            var roots = new List<string> { language.Front };
            roots.AddRange(language.Sections.Select(slug => $"{home}/section/{Uri.EscapeDataString(slug)}"));
            if (request.IsFull)
            {
                roots.AddRange([.. addresses.Of(language), .. await DaysAsync(language, cancellation)]);
            }

            var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation };
            await Parallel.ForEachAsync(roots, options, async (root, stop) => await ReadAsync(language, root, stop));
            foreach (var feed in (string[])[home, $"{home}/corrections"])
            {
                await feeds.RunAsync(language, feed, cancellation);
            }
        }

        await feeds.CheckAsync(words.Editions[0], "sitemap-news.xml", cancellation);
    }

    private async Task ReadAsync(InterfaceLanguage language, string root, CancellationToken cancellation)
    {
        var address = root;
        try
        {
            for (var number = 1; number <= (request.IsFull ? MaxPages : 1); number++)
            {
                address = number == 1 ? root : $"{root}/{number}";
                if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
                {
                    if (root == language.Front)
                    {
                        await readers.AddAsync(ReaderFindingKinds.ListMissing, Named(address), "There is no page at this address.", null, cancellation);
                    }

                    return;
                }

                if (!await CheckAsync(language, address, answer.Bytes, cancellation))
                {
                    break;
                }
            }

            if (root != language.Front && !root.Contains("/archive/", StringComparison.Ordinal) && request.IsFull)
            {
                await feeds.RunAsync(language, root, cancellation);
            }
        }
        catch (SourceUnreachableException unreachable)
        {
            readers.AddUnread(Named(address), unreachable);
        }
    }

    /// <returns>Whether another page follows.</returns>
    private async Task<bool> CheckAsync(InterfaceLanguage language, string address, byte[] html, CancellationToken cancellation)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        var isGood = true;
        var book = new PhraseBook(language.Book);
        foreach (var card in page.QuerySelectorAll("article.card").ToList())
        {
            if (await cards.ProblemAsync(card, language, cancellation) is { } problem)
            {
                await readers.AddAsync(ReaderFindingKinds.ListSaysOther, Named(address), problem, CardWords.CodeOf(card), cancellation);
                isGood = false;
            }

            // A list of a topic or an author bears a name that its stories are sealed with.
            if (StoryAddress.CodeOf(card.QuerySelector("a[href]")?.GetAttribute("href") ?? string.Empty) is { } code && await stories.NewestAsync(code, cancellation) is { } revision)
            {
                book.AddWhole(revision.Lines.Of("topic").Concat(revision.Lines.Of("byline")));
                if (revision.Lines.IsFirstVersion && address.Contains("/topic/", StringComparison.Ordinal))
                {
                    book.AddWhole(page.QuerySelector(".list-head h1")?.TextContent);
                }
            }

            card.Remove();
        }

        if (new PageInterface(book, words.Origin, _ => false).Problem(page.DocumentElement) is { } around)
        {
            await readers.AddAsync(ReaderFindingKinds.WordsNotOurs, Named(address), around, null, cancellation);
            isGood = false;
        }

        Interlocked.Add(ref good, isGood ? 1 : 0);
        request.Progress?.Report(new CheckProgress("lists", Interlocked.Increment(ref pages), pages));
        return page.QuerySelector(".pager a[rel=next]") is not null;
    }

    // From years to months to days, as a reader goes.
    private async Task<IReadOnlyList<string>> DaysAsync(InterfaceLanguage language, CancellationToken cancellation)
    {
        var days = new List<string>();
        var open = new Stack<string>([$"{language.Language}/archive"]);
        while (open.TryPop(out var address))
        {
            if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
            {
                continue;
            }

            using var page = new HtmlParser().ParseDocument(new MemoryStream(answer.Bytes));
            if (new PageInterface(language.Book, words.Origin, _ => false).Problem(page.DocumentElement) is { } around)
            {
                await readers.AddAsync(ReaderFindingKinds.WordsNotOurs, address, around, null, cancellation);
            }

            foreach (var link in page.QuerySelectorAll("ol.days a[href], ul.spans a[href]").Select(link => link.GetAttribute("href")!.TrimStart('/')))
            {
                if (link.StartsWith($"{address}/", StringComparison.Ordinal) && link[(address.Length + 1)..].All(char.IsAsciiDigit))
                {
                    (link.Count(sign => sign == '/') == 4 ? days.Add : (Action<string>)open.Push)(link);
                }
            }
        }

        return days;
    }

    private static string Named(string address) => address.Length == 0 ? "/" : address;
}
