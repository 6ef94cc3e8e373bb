using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Imports;

/// <summary>Writes the comments that came with a story; a later import replaces them.</summary>
internal sealed class CommentWriter(DbTransaction transaction)
{
    private const string Insert = "INSERT INTO story_comment (story_id, ordinal, author, written_at, text, parent) VALUES (@story_id, @ordinal, @author, @written_at, @text, @parent)";

    public async Task WriteAsync(long id, StoreOutcome outcome, IReadOnlyList<ArchivedComment> comments, CancellationToken cancellation)
    {
        // An archive without comments takes none away: an export may have been made without them.
        if (comments.Count == 0 || (outcome is StoreOutcome.Unchanged && await CountAsync(id, cancellation) == comments.Count))
        {
            return;
        }

        await PreparedStatement.Prepare(transaction, StoryStatements.DeleteComments).RunAsync(cancellation, ("@story_id", id));
        var insert = PreparedStatement.Prepare(transaction, Insert);
        foreach (var (ordinal, comment) in comments.Index())
        {
            await insert.RunAsync(
                cancellation, ("@story_id", id), ("@ordinal", ordinal), ("@author", comment.Author), ("@written_at", comment.WrittenAt?.ToUnixTimeMilliseconds()), ("@text", comment.Text),
                ("@parent", comment.Parent));
        }
    }

    private Task<long> CountAsync(long id, CancellationToken cancellation) =>
        transaction.Connection!.ScalarAsync<long>("SELECT COUNT(*) FROM story_comment WHERE story_id = @id", cancellation, ("@id", id));
}
