using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Newsroom.Spelling;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>Says which words no dictionary knows, and what may have been meant.</summary>
internal static class SpellingRoutes
{
    private const int MaxWords = 500;
    private const int MaxLength = 60;
    private const int MaxSuggestions = 6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Access.SignedIn, "/spelling", CheckAsync);
        routes.MapGet(Access.SignedIn, "/spelling/suggestions", SuggestAsync);
    }

    private static async Task<IResult> CheckAsync(NewsroomRequest request)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(request.Context.Request.Body, NewsroomJson.Default.WordsToCheck, request.Cancellation) is not { Language.Length: <= 35, Words.Length: <= MaxWords } asked
                || asked.Words.Any(word => word is null or { Length: 0 or > MaxLength }))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            var house = request.Room.Publication.HouseWords.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
            var unknown = request.Service<SpellingCheck>().Unknown(asked.Language, asked.Words, house);
            return Results.Json(new CheckedWords(unknown is not null, unknown ?? []), NewsroomJson.Default.CheckedWords);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static Task<IResult> SuggestAsync(NewsroomRequest request)
    {
        var (language, word) = (request.Query("language"), request.Query("word"));
        return Task.FromResult(word.Length is 0 or > MaxLength || language.Length > 35
            ? Results.StatusCode(StatusCodes.Status400BadRequest)
            : Results.Json([.. request.Service<HunspellDictionaries>().Suggest(language, word).Take(MaxSuggestions)], NewsroomJson.Default.StringArray));
    }
}

/// <summary>Words of a story that an editor asks about, each once.</summary>
internal sealed record WordsToCheck(string Language, string[] Words);

/// <param name="HasDictionary">Whether the machine has a dictionary of the language.</param>
internal sealed record CheckedWords(bool HasDictionary, IReadOnlyList<string> Unknown);
