using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>Search over the archive; a story code goes straight to its story.</summary>
public sealed class SearchHandler(SearchIndex index, StoryStore stories, SiteResponses pages)
{
    private const int PageSize = 10;

    public async Task<IResult> RunAsync(PageContext view, SearchRequest asked, CancellationToken cancellation)
    {
        if (RevisionId.TryParse(asked.Words, out var revision) && await stories.FindAsync(revision, cancellation) is not null)
        {
            return TypedResults.Redirect($"/news/{revision}");
        }

        if (await CodeAsync(view, asked, cancellation) is { } found)
        {
            return found;
        }

        IReadOnlyList<SearchHit>? hits = null;
        var hasMore = false;
        if (!asked.IsEmpty)
        {
            var query = asked.Query(view.Edition);
            var cards = await index.FindAsync(query, (asked.Number - 1) * PageSize, PageSize + 1, cancellation);
            hasMore = cards.Count > PageSize;
            hits = await HitsAsync(cards.Take(PageSize), query.Words, cancellation);
        }

        var head = new PageHead
        {
            Title = asked.Words.Length == 0 ? view.T("search.title") : view.Texts.Format("search.found.for", asked.Words),
            Canonical = asked.IsEmpty ? $"{view.Home}/search" : null,
            Opening = [(FontCut.Headline, view.T("search.title"))],
        };
        return await pages.AnswerAsync<SearchPage>(
            view, head, ("Asked", asked), ("Hits", hits), ("Number", asked.Number), ("HasMore", hasMore));
    }

    // Short numbers are words people search for; a code is answered as a code only when a story bears it or its check digit holds.
    private async Task<IResult?> CodeAsync(PageContext view, SearchRequest asked, CancellationToken cancellation)
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
            : reading is StoryCodeParseResult.Checked ? await pages.NoSuchCodeAsync(view, asked.Words)
            : await pages.TypingErrorAsync(view, asked.Words);
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
