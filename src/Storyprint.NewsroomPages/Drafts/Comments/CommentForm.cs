using System.Globalization;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Drafts;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Anchors;

namespace Storyprint.NewsroomPages.Drafts.Comments;

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
            Anchor = AnchorOf(request, quote),
            AnswerTo = request.Text("answer-to") is { Length: > 0 and <= 64 } answered ? answered : null,
            IsPrivate = request.Text("private") == "yes",
        };
    }

    // An editor says where the words stand; who types them says nothing.
    private static TextAnchor? AnchorOf(NewsroomRequest request, string quote) =>
        BlockId.TryParse(request.Text("block"), out var block) && request.Text("name") is { Length: > 0 and <= BlockId.MaxLength } name && quote.Length is > 0 and <= MaxQuote
        && int.TryParse(request.Text("offset"), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new TextAnchor(block, name, quote, offset)
            : null;
}
