using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Authors;

namespace Storyprint.NewsroomPages.Drafts.History;

/// <summary>Finds who wrote which words, by going through the history.</summary>
internal static class AuthorshipReader
{
    /// <summary>As far back as it goes; words from before are those of whoever made the first of these states.</summary>
    public const int MaxStates = 2_000;

    public static async Task<(StoryDraft? State, Authorship? Authors)> ReadAsync(DraftJournal journal, StoryCode code, CancellationToken cancellation)
    {
        var (state, authors) = ((StoryDraft?)null, (Authorship?)null);
        var (last, open) = ((DraftEdit?)null, (StoryDraft?)null);
        await foreach (var (edit, next) in journal.StatesAsync(code, MaxStates, cancellation))
        {
            // What one person saved one after the other is one step.
            if (last is not null && (edit.PersonId != last.PersonId || edit.Author != last.Author))
            {
                (state, authors) = Taken(last, open!);
            }

            (last, open) = (edit, next);
        }

        return last is null ? (null, null) : Taken(last, open!);

        (StoryDraft, Authorship) Taken(DraftEdit edit, StoryDraft now)
        {
            var by = new EditStamp(edit.Author, edit.At);
            return (now, authors is null ? Authorship.Of(now, by) : authors.After(state!, now, by));
        }
    }
}
