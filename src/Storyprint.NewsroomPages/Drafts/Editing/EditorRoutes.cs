using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.Storage;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>The editor's page, and what the editor asks and sends while somebody writes.</summary>
internal static class EditorRoutes
{
    // How long a browser waits before it asks again what changed.
    private const int RetryMilliseconds = 3_000;

    // Names of authors and topics that are offered while somebody types.
    private const int MaxOffered = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/stories/{code}", StoryVerb.Edit);
        Map(routes, "/stories/{code}/proposals/{proposal}", StoryVerb.Comment);
        routes.MapGet(Access.SignedIn, "/stories/{code}/proposals/{proposal}/base", request => WithDraftAsync(request, StoryVerb.Comment, BesideAsync));
    }

    private static void Map(IEndpointRouteBuilder routes, string path, StoryVerb verb)
    {
        routes.MapGet(Access.SignedIn, $"{path}/edit", request => DraftRequest.WithAsync(request, verb, PageAsync));
        routes.MapGet(Access.SignedIn, $"{path}/draft", request => WithDraftAsync(request, verb, OpenAsync));
        routes.MapGet(Access.SignedIn, $"{path}/draft/since", request => WithDraftAsync(request, verb, SinceAsync));
        routes.MapGet(Access.SignedIn, $"{path}/draft/events", request => WithDraftAsync(request, verb, EventsAsync));
        routes.MapLargePost(Access.SignedIn, $"{path}/draft", DraftMessage.MaxBytes, request => WithDraftAsync(request, verb, MergeAsync));
    }

    private static async Task<IResult> PageAsync(DraftRequest work)
    {
        var (request, draft) = (work.Request, work.Draft);
        var terms = request.Service<Stores>().Terms;
        var people = (await request.Service<PersonDirectory>().ListAsync(request.Cancellation)).Where(person => person.DisabledAt is null).Select(person => person.DisplayName);
        return await request.PageAsync<EditorPage>(
            (nameof(EditorPage.Authors), (IReadOnlyList<string>)[.. people.Concat(await terms.NamesAsync(areAuthors: true, draft.Edition, MaxOffered, request.Cancellation)).Distinct()]),
            (nameof(EditorPage.Topics), await terms.NamesAsync(areAuthors: false, draft.Edition, MaxOffered, request.Cancellation)), (nameof(EditorPage.Draft), draft), (nameof(EditorPage.Proposal), request.Route("proposal")));
    }

    private static async Task<IResult> OpenAsync(DraftRequest work) => await work.Request.Service<Stores>().DraftJournal.OpenAsync(Document(work), work.Request.Cancellation) switch
    {
        DraftOpening.Opened(var state) => DraftAnswer.Whole(work.Request, state),
        DraftOpening.NotEditable(var problem) => DraftAnswer.Problem(StatusCodes.Status403Forbidden, work.Request.Room.T("editor.refused.not-editable", problem.Sentence)),
        _ => DraftAnswer.Problem(StatusCodes.Status410Gone, work.Request.Room.T("editor.refused.withdrawn")),
    };

    private static async Task<IResult> SinceAsync(DraftRequest work)
    {
        var (journal, cancellation) = (work.Request.Service<Stores>().DraftJournal, work.Request.Cancellation);
        if (await journal.OpenAsync(Document(work), cancellation) is not DraftOpening.Opened(var now))
        {
            return await OpenAsync(work);
        }

        return VersionOf(work) is { } version && await journal.AtAsync(Document(work), version, cancellation) is { } before
            ? DraftAnswer.Since(work.Request, now, DraftDiff.Between(before, now.Draft))
            : DraftAnswer.UnknownBase(now.Version);
    }

    // What a proposal changes is drawn in its editor, so that one needs the draft beside it, and what becomes of it meanwhile.
    private static async Task<IResult> BesideAsync(DraftRequest work)
    {
        var (stores, cancellation) = (work.Request.Service<Stores>(), work.Request.Cancellation);
        return await stores.Proposals.BesideAsync(work.Draft.Code, work.Request.Route("proposal"), cancellation) is { } beside
            ? DraftAnswer.Beside(beside, VersionOf(work) is { } version ? await stores.DraftJournal.AtAsync(work.Draft.Code, version, cancellation) : null)
            : DraftAnswer.Problem(StatusCodes.Status410Gone, work.Request.Room.T("editor.refused.withdrawn"));
    }

    private static long? VersionOf(DraftRequest work) => long.TryParse(work.Request.Query("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static async Task<IResult> MergeAsync(DraftRequest work)
    {
        var request = work.Request;
        if (await ReadBodyAsync(request.Context.Request, request.Cancellation) is not { } body)
        {
            return DraftAnswer.Problem(StatusCodes.Status413PayloadTooLarge, request.Room.T("editor.refused.too-large"));
        }

        if (DraftMessage.Read(body, out var problem) is not { } message)
        {
            return DraftAnswer.Refused(problem!);
        }

        var (stores, who) = (request.Service<Stores>(), new DraftWriter(request.Person.Id, request.Person.DisplayName, message.Editor));
        var outcome = await stores.DraftJournal.MergeAsync(Document(work), who, message.Submission, request.Cancellation);
        if (outcome is DraftOutcome.Merged)
        {
            await TouchAsync(work, who, message.Block);
        }

        return DraftAnswer.Of(outcome, key => request.Room.T(key));
    }

    /// <summary>
    /// Who is here, and which version there is, as server-sent events in one short answer: the browser asks again by itself. An answer that stays open would hold
    /// one of the few connections that a browser has, and one of the permits of those who work.
    /// </summary>
    private static async Task<IResult> EventsAsync(DraftRequest work)
    {
        var (request, store) = (work.Request, work.Request.Service<Stores>().DraftPresence);
        if (BlockId.TryParse(request.Query("editor"), out var editor))
        {
            await TouchAsync(work, new DraftWriter(request.Person.Id, request.Person.DisplayName, editor.Value), BlockId.TryParse(request.Query("block"), out var block) ? block.Value : null);
        }

        var here = await store.OfAsync(Document(work), request.Cancellation);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"retry: {RetryMilliseconds}\nevent: version\ndata: {{\"version\":{here.Version}}}\n\n");
        text.Append("event: here\ndata: ").Append(JsonSerializer.Serialize(
            [.. here.Writers.Select(who => new WriterHere(who.Editor, who.Name, who.Block, who.Editor == editor.Value))], NewsroomJson.Default.WriterHereArray)).Append("\n\n");
        if (Document(work).IsProposal)
        {
            var draft = await store.OfAsync(work.Draft.Code, request.Cancellation);
            text.Append(CultureInfo.InvariantCulture, $"event: beside\ndata: {{\"version\":{draft.Version}}}\n\n");
        }

        var mark = await request.Service<Stores>().DraftComments.MarkAsync(work.Draft.Code, request.Cancellation);
        text.Append(CultureInfo.InvariantCulture, $"event: comments\ndata: {{\"mark\":\"{mark}\"}}\n\n");
        return Results.Text(text.ToString(), "text/event-stream; charset=utf-8");
    }

    // Nobody loses a word because others cannot see who is here.
    private static async Task TouchAsync(DraftRequest work, DraftWriter who, string? block)
    {
        try
        {
            await work.Request.Service<Stores>().DraftPresence.TouchAsync(work.Draft.Code, who, block, work.Request.Cancellation);
        }
        catch (DbException fault) when (work.Request.Service<Database>().Problem(fault) is not null)
        {
        }
    }

    private static DraftDocument Document(DraftRequest work) => new(work.Draft.Code, work.Request.Route("proposal"));

    private static async Task<IResult> WithDraftAsync(NewsroomRequest request, StoryVerb verb, Func<DraftRequest, Task<IResult>> answer)
    {
        try
        {
            return await DraftRequest.WithAsync(request, verb, answer, (status, key) => Task.FromResult(status == StatusCodes.Status404NotFound
                ? DraftAnswer.Problem(StatusCodes.Status410Gone, request.Room.T("editor.refused.withdrawn"))
                : DraftAnswer.Problem(status, request.Room.T($"{key}.lead"))));
        }
        catch (DbException fault) when (request.Service<Database>().Problem(fault) is not null)
        {
            return DraftAnswer.Problem(StatusCodes.Status503ServiceUnavailable, request.Room.T("editor.refused.not-stored"));
        }
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > DraftMessage.MaxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var piece = new byte[32 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellation)) > 0;)
        {
            body.Write(piece, 0, read);
            if (body.Length > DraftMessage.MaxBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}

/// <summary>Somebody who has the story open.</summary>
internal sealed record WriterHere(string Editor, string Name, string Block, bool IsYou);
