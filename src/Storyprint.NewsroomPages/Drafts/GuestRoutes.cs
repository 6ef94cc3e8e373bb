using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Drafts.Comments;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Guests;
using Storyprint.People.Notices;
using Storyprint.Storage;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Releases;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>What a guest sees and does with the one draft of its link.</summary>
internal static class GuestRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Anyone, "/guest/{token}", request => WithLinkAsync(request, GuestAccess.Read, (link, draft) => PageAsync(request, link, draft)));
        routes.MapPost(Access.Anyone, "/guest/{token}/comments", request => WithLinkAsync(request, GuestAccess.Comment, (link, draft) => CommentAsync(request, link, draft)));
        routes.MapPost(Access.Anyone, "/guest/{token}/copy", request => WithLinkAsync(request, GuestAccess.File, (link, draft) => FileAsync(request, link, draft)));
    }

    public static string PathOf(string token) => $"/guest/{token}";

    private static async Task<IResult> PageAsync(NewsroomRequest request, GuestLink link, Draft draft, CopyForm? form = null)
    {
        if (DraftRoutes.EmbargoOf(request, draft) is { } until)
        {
            await RecordReadingAsync(request, link, until);
        }

        var stores = request.Service<Stores>();
        return await request.PageAsync<GuestPage>(
            form is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(GuestPage.Draft), draft), (nameof(GuestPage.Page), await DraftRequest.PageAsync(request, draft)), (nameof(GuestPage.Link), link),
            (nameof(GuestPage.Path), PathOf(request.Route("token"))), (nameof(GuestPage.Form), form ?? new CopyForm()),
            (nameof(GuestPage.Comments), (IReadOnlyList<DraftComment>)[.. (await stores.DraftComments.OfAsync(draft.Code, cancellation: request.Cancellation)).Where(comment => comment.GuestLink == link.Digest)]),
            (nameof(GuestPage.Copy), (IReadOnlyList<FiledCopy>)[.. (await stores.FiledCopy.OfAsync(draft.Code, request.Cancellation)).Where(copy => copy.GuestLink == link.Digest)]));
    }

    // Once for a link and day: guests have no account that could be closed to who reloads a page for ever.
    private static async Task RecordReadingAsync(NewsroomRequest request, GuestLink link, string until)
    {
        var (audit, today) = (request.Service<AuditStore>(), request.Room.Now.UtcDateTime.Date);
        var by = new ReleaseContext($"guest {link.Name}", ReleaseMeans.Newsroom) { NetworkAddress = request.NetworkAddress };
        var after = $"{until}, by link {link.Digest[..8]}";
        var search = new AuditSearch { Act = AuditAct.EmbargoedDraftRead.Word, Actor = by.Actor, Text = after, From = new DateTimeOffset(today, TimeSpan.Zero) };
        if ((await audit.FindAsync(search, null, 1, request.Cancellation)).Count == 0)
        {
            await audit.AppendAsync(by, AuditAct.EmbargoedDraftRead, link.Story.Digits, after: after, cancellation: request.Cancellation);
        }
    }

    private static async Task<IResult> CommentAsync(NewsroomRequest request, GuestLink link, Draft draft)
    {
        var added = CommentForm.Read(request) is { } comment && await request.Service<Stores>().DraftComments.AddAsync(
            draft.Code, comment with { GuestLink = link.Digest, Author = link.Name },
            (transaction, story) => NoticeTrail.AppendAsync(transaction, request.Service<TimeProvider>(), NoticeKind.GuestComment, story, link.Name, cancellation: request.Cancellation), request.Cancellation);
        return request.GoTo(PathOf(request.Route("token")), added ? "commented" : "comment-empty");
    }

    private static async Task<IResult> FileAsync(NewsroomRequest request, GuestLink link, Draft draft)
    {
        var form = CopyForm.Read(request);
        if (form.Fault is not null)
        {
            return await PageAsync(request, link, draft, form);
        }

        var copy = new FiledCopy { Id = Guid.CreateVersion7().ToString("n"), GuestLink = link.Digest, Author = link.Name, Headline = form.Headline, Text = form.Text };
        return await request.Service<Stores>().FiledCopy.AddAsync(
            draft.Code, copy, (transaction, story) => NoticeTrail.AppendAsync(transaction, request.Service<TimeProvider>(), NoticeKind.GuestCopy, story, link.Name, cancellation: request.Cancellation), request.Cancellation)
            ? request.GoTo(PathOf(request.Route("token")), "copy-filed")
            : await PageAsync(request, link, draft, form with { Fault = request.Room.T("copy.too-many") });
    }

    private static async Task<IResult> WithLinkAsync(NewsroomRequest request, GuestAccess access, Func<GuestLink, Draft, Task<IResult>> answer) =>
        await request.Service<GuestLinks>().OpenAsync(request.Route("token"), request.NetworkAddress, request.Cancellation) is { } link
        && (access == GuestAccess.Read || link.Access == access)
        && await request.Service<Stores>().Drafts.FindAsync(link.Story, request.Cancellation) is { } draft
            ? await answer(link, draft)
            : await request.MessageAsync(StatusCodes.Status410Gone, "guest.gone");
}

/// <summary>The form of a text that a guest hands in.</summary>
/// <param name="Fault">What is wrong with it; null where nothing is.</param>
public sealed record CopyForm(string Headline = "", string Text = "", string? Fault = null)
{
    public const int MaxHeadline = 300;

    internal static CopyForm Read(NewsroomRequest request)
    {
        var (headline, text) = (request.Text("headline"), request.Text("text").ReplaceLineEndings("\n"));
        var fault = text.Length == 0 ? "copy.empty" : text.Length > FiledCopyStore.MaxLength || headline.Length > MaxHeadline ? "copy.too-long" : null;
        return new CopyForm(headline.Length > MaxHeadline ? headline[..MaxHeadline] : headline, text, fault is null ? null : request.Room.T(fault));
    }
}
