using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Desks;
using Storyprint.Storage;
using Storyprint.Stories;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>Begins a story: its edition and section, and perhaps its headline; then the editor opens.</summary>
internal static class NewStoryRoutes
{
    private const int MaxHeadline = 300;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories/new", request => request.PageAsync<NewStoryPage>());
        routes.MapPost(Access.SignedIn, "/stories/new", BeginAsync);
    }

    private static async Task<IResult> BeginAsync(NewsroomRequest request)
    {
        var (publication, headline) = (request.Room.Publication, request.Text("headline"));
        if (publication.Editions.FirstOrDefault(each => each.Language == request.Text("edition")) is not { } edition || headline.Length > MaxHeadline)
        {
            return await request.PageAsync<NewStoryPage>(StatusCodes.Status400BadRequest, (nameof(NewStoryPage.Headline), headline), (nameof(NewStoryPage.IsTooLong), headline.Length > MaxHeadline));
        }

        var section = request.Text($"section-{edition.Language}");
        var content = new StoryContent
        {
            Language = edition.Language,
            Headline = headline,
            Section = edition.Sections.Any(each => each.Slug == section) ? section : string.Empty,
            Bylines = [request.Person.DisplayName],
        };
        var code = await request.Service<Stores>().Drafts.BeginAsync(request.By, content, edition.TimeZone, publication.FirstStoryNumber, request.Cancellation);
        if (request.Person.Permissions.Desks is { Count: 1 } desks)
        {
            await request.Service<StoryDesks>().HandOverAsync(request.By, code, desks.First(), request.Cancellation);
        }

        return request.GoTo($"/stories/{code}/edit");
    }
}
