using Storyprint.Newsroom.Releases;
using Storyprint.Storage;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Work;

namespace Storyprint.NewsroomPages.Drafts.Releasing;

/// <summary>Finds out what a release of a story would do, by the very rules that decide on it.</summary>
internal sealed class ReleaseReviewReader(ReleaseStore releases, Stores stores, ReleaseTrial trial)
{
    private const int MaxElsewhere = 20;

    /// <returns>Null where there is no such story any more.</returns>
    public async Task<ReleaseReview?> ReadAsync(StoryWork work, string person, CancellationToken cancellation)
    {
        if (await releases.FindAsync(work.Code, cancellation) is not var (story, refusals) || (story.Draft?.Content ?? story.State.Content) is not { } after)
        {
            return null;
        }

        var comments = await stores.DraftComments.OfAsync(work.Code, person, cancellation);
        return new ReleaseReview
        {
            Story = story,
            After = after,
            Obstacles = [.. refusals, .. trial.Refusals(story)],
            Findings = trial.Findings(story),
            OpenComments = comments.Count(comment => comment is { DoneAt: null, IsPrivate: false, AnswerTo: null }),
            OpenProposals = (await stores.Proposals.OpenOnesAsync(work.Code, cancellation)).Count,
            Elsewhere = work.Note is { Said.Length: > 0 } note ? [.. (await ElsewhereAsync(note.Said, cancellation)).Where(entry => entry.Code != work.Code)] : [],
            Translations = await stores.WorkList.TranslationsAsync(work.Code, cancellation),
        };
    }

    /// <summary>Stories in which words stand, published or in work.</summary>
    public async Task<IReadOnlyList<WorkEntry>> ElsewhereAsync(string words, CancellationToken cancellation)
    {
        var phrase = new WorkFilter { Selection = WorkSelection.Published, Words = $"\"{words.Replace('"', ' ')}\"" };
        return await stores.WorkList.FindAsync(phrase, MaxElsewhere, cancellation);
    }
}
