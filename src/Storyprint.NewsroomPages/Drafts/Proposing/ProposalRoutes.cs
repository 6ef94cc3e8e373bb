using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.Storage;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Drafts.Proposals;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Proposing;

/// <summary>Changes that somebody suggests beside a draft: begun, looked at, taken or refused one by one, by author or all.</summary>
internal static class ProposalRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Access.SignedIn, "/stories/{code}/proposals", request => DraftRequest.WithAsync(request, StoryVerb.Comment, BeginAsync));
        routes.MapGet(Access.SignedIn, "/stories/{code}/proposals/{proposal}", request => DraftRequest.WithAsync(request, StoryVerb.Read, ShowAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/proposals/{proposal}/accept", request => DraftRequest.WithAsync(request, StoryVerb.Edit, AcceptAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/proposals/{proposal}/reject", request => DraftRequest.WithAsync(request, StoryVerb.Edit, RejectAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/proposals/{proposal}/close", request => DraftRequest.WithAsync(request, StoryVerb.Comment, CloseAsync));
    }

    private static async Task<IResult> BeginAsync(DraftRequest work) => await Store(work).BeginAsync(work.Draft.Code, Writer(work), work.Request.Cancellation) is { } name
        ? work.Request.GoTo($"/stories/{work.Draft.Code}/proposals/{name}/edit")
        : work.GoBack("proposal-not");

    private static async Task<IResult> ShowAsync(DraftRequest work) => await FindAsync(work) is { } proposal
        ? await work.Request.PageAsync<ProposalPage>(
            (nameof(ProposalPage.Draft), work.Draft), (nameof(ProposalPage.Name), Name(work)), (nameof(ProposalPage.Proposal), proposal),
            (nameof(ProposalPage.MayDecide), work.Allowed.Contains(StoryVerb.Edit)), (nameof(ProposalPage.MayWrite), work.Allowed.Contains(StoryVerb.Comment)))
        : await work.Request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");

    private static async Task<IResult> AcceptAsync(DraftRequest work) => Back(work, await Store(work).AcceptAsync(
        work.Draft.Code, Name(work), await ChosenAsync(work), Writer(work), work.Request.Cancellation) ? "proposal-taken" : "proposal-gone");

    private static async Task<IResult> RejectAsync(DraftRequest work) => Back(work, await Store(work).RejectAsync(
        work.Draft.Code, Name(work), await ChosenAsync(work), Writer(work), work.Request.Cancellation) ? "proposal-refused" : "proposal-gone");

    private static async Task<IResult> CloseAsync(DraftRequest work) =>
        work.GoBack(await Store(work).CloseAsync(work.Draft.Code, Name(work), work.Request.Cancellation) ? "proposal-closed" : "proposal-gone");

    // One change, those of one author, or all.
    private static async Task<IReadOnlyCollection<string>> ChosenAsync(DraftRequest work)
    {
        var form = work.Request.Form;
        return await FindAsync(work) is not { } proposal ? []
            : work.Request.Text("author") is { Length: > 0 } author ? [.. proposal.KeysOf(author)]
            : work.Request.Text("all") == "yes" ? [.. proposal.Changes.Select(change => change.Key)]
            : [.. proposal.Changes.Select(change => change.Key).Where(key => form["change"].Contains(FieldOf(key)))];
    }

    /// <summary>The key of a change as the value of a form: a browser would rewrite the line breaks and spaces of its words.</summary>
    internal static string FieldOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));

    private static Task<Proposal?> FindAsync(DraftRequest work) => Store(work).FindAsync(work.Draft.Code, Name(work), work.Request.Cancellation);

    private static ProposalStore Store(DraftRequest work) => work.Request.Service<Stores>().Proposals;

    private static string Name(DraftRequest work) => work.Request.Route("proposal");

    private static DraftWriter Writer(DraftRequest work) => new(work.Request.Person.Id, work.Request.Person.DisplayName);

    private static IResult Back(DraftRequest work, string done) => work.Request.GoTo($"/stories/{work.Draft.Code}/proposals/{Name(work)}", done);
}
