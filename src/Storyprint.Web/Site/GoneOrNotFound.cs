using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>
/// The response of every address of a story that readers may not see: withdrawn (410), mistyped code, or not found (404). One place, so that no address of a
/// withdrawn story omits it.
/// </summary>
public sealed class GoneOrNotFound(StoryStore stories, PageContextFactory contexts, SiteResponses pages, CurrentPublication publication)
{
    /// <param name="id">The code or <c>CODE.REV</c> from the address.</param>
    public async Task<IResult> PageAsync(string id, CancellationToken cancellation)
    {
        if (await WithdrawnAsync(id, cancellation) is { } withdrawn)
        {
            return await GoneAsync(withdrawn, cancellation);
        }

        var page = await contexts.CreateForPathAsync("/", cancellation);
        return StoryCodeParseResult.Read(id.Split('.')[0]) switch
        {
            StoryCodeParseResult.Checked(var code) => await pages.NoSuchCodeAsync(page, code.Digits),
            StoryCodeParseResult.Unchecked(var code) => await pages.TypingErrorAsync(page, code.Digits),
            _ => await pages.NotFoundAsync(page),
        };
    }

    /// <summary>A revision that does not exist, although its story may.</summary>
    public async Task<IResult> RevisionPageAsync(StoryCode code, CancellationToken cancellation) =>
        await stories.FindAsync(code, cancellation) is { } story
            ? await pages.NotFoundAsync(await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation))
            : await PageAsync(code.Digits, cancellation);

    /// <summary>The same for pictures, feeds and files: a body of one line.</summary>
    public async Task<IResult> FileAsync(string id, CancellationToken cancellation) => await WithdrawnAsync(id, cancellation) is { } withdrawn
        ? TypedResults.Text(
            FormattableString.Invariant($"Story {withdrawn.Code} was withdrawn on {withdrawn.Withdrawal.At:yyyy-MM-dd} ({Word(withdrawn.Withdrawal.Reason)}).\n"),
            "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone)
        : TypedResults.NotFound();

    /// <summary>The page of a withdrawn story, in the language of its edition: the date and the kind of reason.</summary>
    public async Task<PageResult> GoneAsync(WithdrawnStory story, CancellationToken cancellation)
    {
        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation);
        return await pages.GoneAsync(
            page, page.Texts.Format("gone.say", $"\u2066{story.Code}\u2069", page.Dates.LongMoment(story.Withdrawal.At), page.T($"gone.reason.{Word(story.Withdrawal.Reason)}")));
    }

    private async Task<WithdrawnStory?> WithdrawnAsync(string id, CancellationToken cancellation) =>
        StoryCodeParseResult.Read(id.Split('.')[0]).AnyCode is { } code ? await stories.FindWithdrawnAsync(code, cancellation) : null;

    private static string Word(WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.CourtOrder => "court-order",
        WithdrawalReason.PersonalRights => "personal-rights",
        WithdrawalReason.Copyright => "copyright",
        _ => "other",
    };
}
