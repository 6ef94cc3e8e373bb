using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Drafts;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>The form of a comment.</summary>
internal static class CommentForm
{
    private const int MaxQuote = 500;

    /// <returns>The comment without its author; null where it is empty or too long.</returns>
    public static DraftComment? Read(NewsroomRequest request)
    {
        var (text, quote) = (request.Text("text").ReplaceLineEndings("\n"), request.Text("quote").ReplaceLineEndings(" "));
        return text.Length is 0 or > DraftCommentStore.MaxLength ? null : new DraftComment
        {
            Id = Guid.CreateVersion7().ToString("n"),
            Author = string.Empty,
            Text = text,
            Quote = quote.Length <= MaxQuote ? quote : quote[..MaxQuote],
        };
    }
}
