using Microsoft.AspNetCore.Http;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Copies;

/// <summary>The page on which a copy is checked, and its answer. Neither a store nor a log gets anything of what was pasted, and no cache the answer.</summary>
public sealed class CheckCopyHandler(CheckCopy check, StoryStore stories, SiteResponses pages)
{
    private const string Name = "check";

    /// <param name="code">The code of the story that the copy is said to be of, or null.</param>
    /// <param name="found">As <see cref="CopyFinding"/> writes it, or null.</param>
    public async Task<PageResult> FormAsync(PageContext page, string? code, string? found, CancellationToken cancellation)
    {
        var (expected, notice) = await ExpectedAsync(page, code, cancellation);
        return await AnswerAsync(page, StatusCodes.Status200OK, ("Expected", expected), ("Notice", notice), ("Sent", expected is null ? null : CopyFinding.Read(found)));
    }

    /// <param name="text">What was pasted.</param>
    public async Task<PageResult> RunAsync(PageContext page, string? text, string? code, CancellationToken cancellation)
    {
        var (expected, notice) = await ExpectedAsync(page, code, cancellation);
        if (!CopyInput.TryRead(text, out var input))
        {
            return await RefuseAsync(page, isTooLong: true, cancellation);
        }

        if (string.IsNullOrWhiteSpace(input.Text))
        {
            return await AnswerAsync(page, StatusCodes.Status200OK, ("Expected", expected), ("Notice", page.T("copy.empty")));
        }

        return await CompareAsync(page, input, expected, notice, cancellation);
    }

    /// <param name="file">What was read from a file that was sent.</param>
    public async Task<PageResult> RunAsync(PageContext page, ExtractionOutcome file, string? code, CancellationToken cancellation)
    {
        var (expected, notice) = await ExpectedAsync(page, code, cancellation);
        return file switch
        {
            ExtractionOutcome.Extracted read => await CompareAsync(page, CopyInput.Of(read.Content), expected, notice, cancellation),
            ExtractionOutcome.Refused refused => await AnswerAsync(page, FileRefusal.Status(refused.Reason), ("Expected", expected), ("Notice", FileRefusal.Sentence(page, refused.Reason))),
            _ => throw new InvalidOperationException($"{file.GetType().Name} has no answer."),
        };
    }

    private async Task<PageResult> CompareAsync(PageContext page, CopyInput input, PublishedStory? expected, string? notice, CancellationToken cancellation)
    {
        var answer = await check.RunAsync(input, page.Publication, expected?.Code, cancellation);
        return await AnswerAsync(
            page, StatusCodes.Status200OK, ("Expected", expected), ("Notice", notice), ("Answer", answer), ("Newest", await NewestAsync(answer, cancellation)));
    }

    /// <summary>Says why what was sent cannot be compared.</summary>
    public Task<PageResult> RefuseAsync(PageContext page, bool isTooLong, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return AnswerAsync(page, isTooLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, ("Notice", page.T(isTooLong ? "copy.file.toolarge" : "copy.empty")));
    }

    // The newest revision of each story found, whose standing every page of a story says.
    private async Task<IReadOnlyDictionary<StoryCode, PublishedStory>> NewestAsync(CopyAnswer answer, CancellationToken cancellation) =>
        (await stories.FindManyAsync([.. answer.Parts.Select(part => part.Revision.Code).Distinct()], cancellation)).ToDictionary(story => story.Code);

    private async Task<(PublishedStory? Story, string? Notice)> ExpectedAsync(PageContext page, string? code, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return (null, null);
        }

        var story = RevisionId.TryParse(code, out var revision) ? await stories.FindAsync(revision, cancellation)
            : StoryCodeParseResult.Read(code).AnyCode is { } any ? await stories.FindAsync(any, cancellation) : null;
        return story is not null ? (story, null)
            : (null, page.Texts.Format(StoryCodeParseResult.Read(code) is StoryCodeParseResult.Unchecked ? "typing.say" : "nocode.say", $"\u2066{code.Trim()[..Math.Min(code.Trim().Length, 40)]}\u2069"));
    }

    private async Task<PageResult> AnswerAsync(PageContext page, int status, params (string, object?)[] parameters)
    {
        var head = new PageHead
        {
            Title = page.T("copy.title"),
            Description = page.T("copy.say"),
            Canonical = $"{page.Home}/{Name}",
            TakesFiles = true,
            CanCopy = parameters.Any(parameter => parameter.Item1 == "Answer"),
            Alternates = [.. page.Publication.Editions.Select(edition => (edition.Language, $"/{edition.Language}/{Name}"))],
        };
        var answer = await pages.AnswerAsync<CheckCopyPage>(page, head, parameters);
        return answer with { Status = status, CacheControl = "no-store", Referrer = "no-referrer", UsesCamera = true };
    }
}
