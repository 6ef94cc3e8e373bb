using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>The search page. A story code leads to its story; where stories hold the same number as a word, both are shown.</summary>
public sealed class SearchHandler(SearchIndex index, StoryStore stories, SiteResponses pages)
{
    private const int PageSize = 10;

    public async Task<IResult> RunAsync(PageContext page, SearchRequest asked, CancellationToken cancellation)
    {
        if (RevisionId.TryParse(asked.Words, out var revision) && await stories.FindAsync(revision, cancellation) is not null)
        {
            return TypedResults.Redirect($"/news/{revision}");
        }

        var typed = TypedCode(asked);
        var coded = typed is { } code ? await stories.FindAsync(code, cancellation) : null;
        IReadOnlyList<SearchHit>? hits = null;
        var hasMore = false;
        SearchRequest? further = null;
        if (!asked.IsEmpty)
        {
            var query = asked.Query(page.Edition);
            var found = await index.FindAsync(query, (asked.Number - 1) * PageSize, PageSize + 1, cancellation);
            hasMore = found.Stories.Count > PageSize;
            hits = await HitsAsync(found.Stories.Take(PageSize), query.Words, cancellation);
            further = found.SearchedBackTo is { } reached && !hasMore ? asked.FurtherBack(reached, page.Edition) : null;
        }

        if (coded is not null && asked.Number == 1 && hits?.Any(hit => hit.Card.Code != coded.Code) != true)
        {
            return TypedResults.Redirect(PublicAddress.NewsPath(coded.Code, coded.Slug));
        }

        var head = new PageHead
        {
            Title = asked.Words.Length == 0 ? page.T("search.title") : page.Texts.Format("search.found.for", asked.Words),
            Canonical = asked.IsEmpty ? $"{page.Home}/search" : null,
            Opening = [(FontCut.Headline, page.T("search.title"))],
        };
        return await pages.AnswerAsync<SearchPage>(
            page, head, ("Asked", asked), ("Hits", hits), ("Number", asked.Number), ("HasMore", hasMore), ("Further", further),
            ("Coded", coded), ("NoCode", coded is null && typed is { Digits.Length: >= LongNumber } wrong ? NoSuchCode(page, wrong) : null));
    }

    // Shorter numbers are hardly ever meant as codes.
    private const int LongNumber = 5;

    private static StoryCode? TypedCode(SearchRequest asked) => asked.Code switch
    {
        StoryCodeParseResult.Checked(var code) => code,
        StoryCodeParseResult.Unchecked(var code) => code,
        _ => null,
    };

    private static string NoSuchCode(PageContext page, StoryCode typed) =>
        page.Texts.Format(typed.HasCheckDigit ? "nocode.say" : "typing.say", $"\u2066{typed}\u2069");

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(
        IEnumerable<StorySummary> cards, IReadOnlySet<string> words, CancellationToken cancellation)
    {
        var hits = new List<SearchHit>();
        foreach (var card in cards)
        {
            var story = await stories.FindAsync(card.Code, cancellation);
            hits.Add(SearchHit.Create(card, story?.Content, words));
        }

        return hits;
    }
}
