using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>The search page; a story code redirects to its story.</summary>
public sealed class SearchHandler(SearchIndex index, StoryStore stories, SiteResponses pages)
{
    private const int PageSize = 10;

    public async Task<IResult> RunAsync(PageContext page, SearchRequest asked, CancellationToken cancellation)
    {
        if (RevisionId.TryParse(asked.Words, out var revision) && await stories.FindAsync(revision, cancellation) is not null)
        {
            return TypedResults.Redirect($"/news/{revision}");
        }

        if (await CodeAsync(page, asked, cancellation) is { } answer)
        {
            return answer;
        }

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

        var head = new PageHead
        {
            Title = asked.Words.Length == 0 ? page.T("search.title") : page.Texts.Format("search.found.for", asked.Words),
            Canonical = asked.IsEmpty ? $"{page.Home}/search" : null,
            Opening = [(FontCut.Headline, page.T("search.title"))],
        };
        return await pages.AnswerAsync<SearchPage>(
            page, head, ("Asked", asked), ("Hits", hits), ("Number", asked.Number), ("HasMore", hasMore), ("Further", further));
    }

    // Short numbers are search words too: a number is a code only where a story has it or its check digit is right.
    private async Task<IResult?> CodeAsync(PageContext page, SearchRequest asked, CancellationToken cancellation)
    {
        var reading = asked.Code;
        var code = reading switch
        {
            StoryCodeParseResult.Checked(var good) => good,
            StoryCodeParseResult.Unchecked(var other) => other,
            _ => default(StoryCode?),
        };
        if (code is null)
        {
            return null;
        }

        if (await stories.FindSlugAsync(code.Value, cancellation) is { } slug)
        {
            return TypedResults.Redirect(PublicAddress.NewsPath(code.Value, slug));
        }

        return code.Value.Digits.Length < 5 ? null
            : reading is StoryCodeParseResult.Checked ? await pages.NoSuchCodeAsync(page, asked.Words)
            : await pages.TypingErrorAsync(page, asked.Words);
    }

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
