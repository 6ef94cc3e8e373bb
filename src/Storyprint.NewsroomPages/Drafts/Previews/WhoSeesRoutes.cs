using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Guests;
using Storyprint.Storage;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Previews;

/// <summary>Who can see a story at this moment, in sentences: the newsroom, guests with a link, readers.</summary>
internal static class WhoSeesRoutes
{
    // More names than these say nothing to whoever writes.
    private const int MaxNames = 40;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Access.SignedIn, "/stories/{code}/seen", request => DraftRequest.WithAsync(request, StoryVerb.Read, AnswerAsync));

    private static async Task<IResult> AnswerAsync(DraftRequest work) => Results.Json([.. await LinesAsync(work)], NewsroomJson.Default.WhoSeesArray);

    private static async Task<List<WhoSees>> LinesAsync(DraftRequest work)
    {
        var (request, room) = (work.Request, work.Request.Room);
        var people = (await request.Service<PersonDirectory>().ListAsync(request.Cancellation)).Where(person => person.DisabledAt is null).Select(person => person.DisplayName).ToList();
        var lines = new List<WhoSees> { new("newsroom", room.Texts.Count("seen.newsroom", people.Count, room.Dates), [.. people.Take(MaxNames)]) };
        var guests = (await request.Service<GuestLinks>().OfAsync(work.Draft.Code, request.Cancellation)).Where(guest => guest.WorksAt(room.Now)).Select(guest => guest.Name).ToList();
        if (guests.Count > 0)
        {
            // To whom links were given is shown to those who may give them, as on the story's page.
            var mayName = room.Permissions.Role >= Role.Editor && work.Allowed.Contains(StoryVerb.Share);
            lines.Add(new WhoSees("guests", room.Texts.Count("seen.guests", guests.Count, room.Dates), mayName ? [.. guests.Take(MaxNames)] : []));
        }

        lines.Add(new WhoSees("readers", await ReadersAsync(work), []));
        return lines;
    }

    private static async Task<string> ReadersAsync(DraftRequest work)
    {
        var (request, room, draft) = (work.Request, work.Request.Room, work.Draft);
        if (await request.Service<Stores>().Stories.FindAsync(draft.Code, request.Cancellation) is not { } standing)
        {
            return draft.DueAt is { } due ? room.T("seen.readers.due", room.Moment(due)) : room.T("seen.readers.none");
        }

        var since = room.Moment(standing.ReleasedAt);
        return draft.Status == StoryStatus.Retracted ? room.T("seen.readers.retracted", since)
            : !draft.HasChanges ? room.T("seen.readers.all", since)
            : draft.DueAt is { } next ? room.T("seen.readers.old-until", since, room.Moment(next))
            : room.T("seen.readers.old", since);
    }
}

/// <summary>Some who can see a story.</summary>
/// <param name="Who">newsroom, guests or readers.</param>
/// <param name="Names">Theirs, where they are to be said.</param>
internal sealed record WhoSees(string Who, string Text, IReadOnlyList<string> Names);
