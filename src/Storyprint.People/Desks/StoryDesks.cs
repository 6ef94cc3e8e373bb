using Storyprint.People.Notices;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;

namespace Storyprint.People.Desks;

/// <summary>Which desk a story belongs to.</summary>
public sealed class StoryDesks(Database database, TimeProvider clock)
{
    /// <summary>The slug of a story's desk; null for none.</summary>
    public async Task<string?> OfAsync(StoryCode story, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<string>("SELECT d.desk FROM story_desk d JOIN story s ON s.id = d.story_id WHERE s.code = @code", cancellation, ("@code", story.Digits));
    }

    /// <summary>Hands a story to a desk, or takes it off its desk; records it, and tells the people of the new desk.</summary>
    /// <param name="desk">The slug; null for no desk.</param>
    /// <returns>False where there is no such story or desk, or it stands there already.</returns>
    public async Task<bool> HandOverAsync(ReleaseContext by, StoryCode story, string? desk, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var found = await connection.FirstAsync(
            "SELECT s.id, d.desk FROM story s LEFT JOIN story_desk d ON d.story_id = s.id WHERE s.code = @code", row => (Id: (long?)row.GetInt64(0), Desk: row.TextOrNull(1)), cancellation, ("@code", story.Digits));
        var name = desk is null ? null : await connection.ScalarAsync<string>("SELECT name FROM desk WHERE slug = @desk", cancellation, ("@desk", desk));
        if (found.Id is not { } id || found.Desk == desk || (desk is not null && name is null))
        {
            return false;
        }

        await connection.ExecuteAsync("DELETE FROM story_desk WHERE story_id = @id", cancellation, ("@id", id));
        if (desk is not null)
        {
            await connection.ExecuteAsync("INSERT INTO story_desk (story_id, desk) VALUES (@id, @desk)", cancellation, ("@id", id), ("@desk", desk));
            await NoticeTrail.AppendAsync(transaction, clock, NoticeKind.HandedOver, id, name!, by.PersonId, cancellation);
        }

        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.HandedOver, story.Digits, found.Desk, desk, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
