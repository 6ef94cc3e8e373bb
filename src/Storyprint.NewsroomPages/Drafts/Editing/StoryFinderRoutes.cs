using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Search;
using Storyprint.Stories.Codes;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>Finds published stories by words or by code, for links.</summary>
internal static class StoryFinderRoutes
{
    private const int Shown = 8;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Access.SignedIn, "/stories/find", FindAsync);

    private static async Task<IResult> FindAsync(NewsroomRequest request)
    {
        var (typed, found, stores) = (request.Query("q"), new List<FoundStory>(), request.Service<Stores>());
        if (StoryCode.TryFromDigits(typed, out var code) && await stores.Drafts.FindStandingAsync(code, request.Cancellation) is { } story)
        {
            found.Add(new FoundStory(code.Digits, story.Content.Headline, $"/news/{code}"));
        }

        if (SearchQuery.ParsePhrases(typed) is { Count: > 0 } phrases)
        {
            var edition = request.Room.Publication.EditionOrMain(request.Query("language"));
            var result = await stores.Search.FindAsync(new SearchQuery { Edition = edition.Language, Phrases = phrases, ByRelevance = true }, 0, Shown, request.Cancellation);
            found.AddRange(result.Stories.Select(each => new FoundStory(each.Code.Digits, each.Headline, $"/news/{each.Code}")));
        }

        return Results.Json([.. found.DistinctBy(each => each.Code).Take(Shown)], NewsroomJson.Default.FoundStoryArray);
    }
}

/// <param name="Link">Its address without a host.</param>
internal sealed record FoundStory(string Code, string Headline, string Link);
