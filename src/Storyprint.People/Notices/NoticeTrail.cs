using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Notices;

/// <summary>Tells people of something, in the transaction of the thing itself.</summary>
public static class NoticeTrail
{
    // Who reads no story of other desks is not told of it either. A person without desks is on all.
    private static readonly string OfDesk =
        $"""
        SELECT p.id FROM person p WHERE p.disabled_at IS NULL AND (
            p.role >= {(int)Role.Editor} AND (NOT EXISTS (SELECT 1 FROM story_desk s WHERE s.story_id = @story) OR NOT EXISTS (SELECT 1 FROM person_desk d WHERE d.person_id = p.id)
                OR EXISTS (SELECT 1 FROM story_desk s JOIN person_desk d ON d.desk = s.desk WHERE s.story_id = @story AND d.person_id = p.id))
            OR EXISTS (SELECT 1 FROM draft_comment c WHERE c.story_id = @story AND c.person_id = p.id)
            OR EXISTS (SELECT 1 FROM guest_link g WHERE g.story_id = @story AND g.created_by = p.user_name))
        """;

    private static readonly string OfEditors = $"SELECT p.id FROM person p WHERE p.disabled_at IS NULL AND p.role >= {(int)Role.Editor}";

    private static readonly string OfAdministrators = $"SELECT p.id FROM person p WHERE p.disabled_at IS NULL AND p.role = {(int)Role.Administrator}";

    /// <summary>Tells everybody whom a kind of notice is for.</summary>
    /// <param name="story">The row of the story; null where it is about none.</param>
    /// <param name="detail">A name or value of the sentence, never words of a story.</param>
    /// <param name="except">The person who did it, and knows.</param>
    public static async Task AppendAsync(
        DbTransaction transaction, TimeProvider clock, NoticeKind kind, long? story = null, string detail = "", string? except = null, CancellationToken cancellation = default)
    {
        var people = kind.Audience switch
        {
            NoticeAudience.Desk => OfDesk,
            NoticeAudience.Editors => OfEditors,
            NoticeAudience.Administrators => OfAdministrators,
            _ => throw new ArgumentException($"'{kind.Word}' is for one person.", nameof(kind)),
        };
        var connection = transaction.Connection!;
        foreach (var person in await connection.QueryAsync(people, row => row.GetString(0), cancellation, kind.Audience == NoticeAudience.Desk ? [("@story", story)] : []))
        {
            if (person != except)
            {
                await AppendToAsync(transaction, clock, kind, person, story, detail, cancellation: cancellation);
            }
        }
    }

    /// <summary>Tells one person. The same that it was told and has not read yet is not told again.</summary>
    /// <param name="isKnown">Whether it did the thing itself: it is mailed, in case that it was somebody else, and does not stand out in its pages.</param>
    public static async Task AppendToAsync(
        DbTransaction transaction, TimeProvider clock, NoticeKind kind, string person, long? story = null, string detail = "", bool isKnown = false, CancellationToken cancellation = default)
    {
        var connection = transaction.Connection!;
        if (await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM notice WHERE person_id = @person AND kind = @kind AND COALESCE(story_id, 0) = @story AND detail = @detail AND read_at IS NULL", cancellation,
            ("@person", person), ("@kind", kind.Word), ("@story", story ?? 0), ("@detail", detail)) > 0)
        {
            return;
        }

        var chosen = await connection.FirstAsync(
            "SELECT mail FROM notice_choice WHERE person_id = @person AND kind = @kind", row => (NoticeMail?)row.GetInt32(0), cancellation, ("@person", person), ("@kind", kind.Word));
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await connection.ExecuteAsync(
            "INSERT INTO notice (id, person_id, kind, story_id, detail, created_at, read_at, mail) VALUES (@id, @person, @kind, @story, @detail, @now, @read, @mail)", cancellation,
            ("@id", Guid.CreateVersion7().ToString("n")), ("@person", person), ("@kind", kind.Word), ("@story", story), ("@detail", detail), ("@now", now), ("@read", isKnown ? now : (long?)null),
            ("@mail", (int)(chosen ?? kind.UsualMail)));
    }
}
