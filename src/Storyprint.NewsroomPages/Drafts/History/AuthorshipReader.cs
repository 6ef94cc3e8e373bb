using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Authors;

namespace Storyprint.NewsroomPages.Drafts.History;

/// <summary>Finds who wrote which words, by going through the history.</summary>
internal static class AuthorshipReader
{
    // States by one person that follow each other are one step.
    public static async Task<(StoryDraft? State, Authorship? Authors)> ReadAsync(DraftJournal journal, StoryCode code, CancellationToken cancellation)
    {
        var (state, authors) = ((StoryDraft?)null, (Authorship?)null);
        var edits = await journal.HistoryAsync(code, cancellation);
        for (var index = edits.Count - 1; index >= 0; index--)
        {
            var edit = edits[index];
            if ((index > 0 && edits[index - 1].PersonId == edit.PersonId && edits[index - 1].Author == edit.Author) || await journal.AtAsync(code, edit.Version, cancellation) is not { } next)
            {
                continue;
            }

            var by = new EditStamp(edit.Author, edit.At);
            authors = authors is null ? Authorship.Of(next, by) : authors.After(state!, next, by);
            state = next;
        }

        return (state, authors);
    }
}
