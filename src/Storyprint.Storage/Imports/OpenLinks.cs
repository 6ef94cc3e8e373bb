using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Imports;

/// <summary>The links of stored stories whose targets were not here yet.</summary>
internal sealed class OpenLinks(DbTransaction transaction, ImportSession session)
{
    // What a reader of files makes of a link to a file beside it.
    private static readonly string[] FileEndings = [".md", ".markdown", ".mdx", ".txt", ".html", ".htm", ".xhtml"];

    private readonly ArchiveLinks links = new(transaction.Connection!, session);

    /// <summary>Whether any story was changed.</summary>
    public bool HasLed { get; private set; }

    /// <summary>Leads those of a story to their stories, in its newest revision and in its draft.</summary>
    /// <returns>Links to files of the archive that are no stories here.</returns>
    public async Task<IReadOnlyList<(StoryCode Code, string Link)>> LeadAsync(long id, ArchiveIdentity identity, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;
        var rows = await connection.QueryAsync(
            """
            SELECT s.code, 'revision', r.content FROM story s JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision WHERE s.id = @id AND r.content IS NOT NULL
            UNION ALL SELECT s.code, 'draft', d.content FROM story s JOIN draft d ON d.story_id = s.id WHERE s.id = @id
            """,
            row => (Code: row.GetString(0), Table: row.GetString(1), Content: row.GetString(2)), cancellation, ("@id", id));
        var lost = new List<(StoryCode, string)>();
        foreach (var row in rows)
        {
            var (json, open) = await links.ResolveAsync(row.Content, identity, cancellation);
            lost.AddRange(open.Where(IsFile).Select(link => (StoryCode.FromDigits(row.Code), link)));
            if (json != row.Content)
            {
                HasLed = true;
                await PreparedStatement.Prepare(transaction, row.Table == "draft"
                    ? "UPDATE draft SET content = @content WHERE story_id = @id"
                    : "UPDATE revision SET content = @content WHERE story_id = @id AND number = (SELECT current_revision FROM story WHERE id = @id)")
                    .RunAsync(cancellation, ("@content", json), ("@id", id));
            }
        }

        return lost;
    }

    private static bool IsFile(string link) => link.StartsWith('/') && FileEndings.Any(ending => link.Split('?', '#')[0].EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
