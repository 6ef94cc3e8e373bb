using System.Data.Common;
using System.Text.RegularExpressions;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Stories;

/// <summary>
/// Erases a withdrawn story's words where they stand outside of it: in its old addresses, in its identifier in an archive, and in the links of other stories,
/// whose addresses repeat its headline. Runs inside the withdrawal's transaction.
/// </summary>
internal sealed partial class WithdrawnWords(DbTransaction transaction, long id, StoryCode code)
{
    private DbConnection Connection => transaction.Connection!;

    public async Task EraseAsync(CancellationToken cancellation)
    {
        var paths = await Connection.QueryAsync("SELECT path FROM legacy_url WHERE story_id = @id", row => row.GetString(0), cancellation, ("@id", id));
        var known = paths.Where(path => !LegacyUrl.IsHashed(path)).ToHashSet(StringComparer.Ordinal);
        if ((await EraseLinksAsync("revision", "number", "content", known, cancellation)).Count > 0)
        {
            // An archive that was written before holds these words in pages of stories that no release changes.
            await RewriteCounter.AddToReleaseAsync(transaction, cancellation);
        }

        await EraseLinksAsync("draft", "base_revision", "content", known, cancellation);
        var edited = await EraseLinksAsync("draft_text", "version", "blocks", known, cancellation);
        foreach (var column in (string[])["change", "branch", "snapshot"])
        {
            edited.UnionWith(await EraseLinksAsync("draft_edit", "version", column, known, cancellation));
        }

        var forget = PreparedStatement.Prepare(transaction, "UPDATE draft_text SET erasures = erasures + 1 WHERE story_id = @story_id");
        foreach (var story in edited)
        {
            await forget.RunAsync(cancellation, ("@story_id", story));
        }

        // An old address may contain withdrawn words: its hash is enough to answer that the story is gone.
        var rename = PreparedStatement.Prepare(transaction, StoryStatements.RenameLegacyUrl);
        foreach (var path in known)
        {
            await rename.RunAsync(cancellation, ("@path", path), ("@hashed", LegacyUrl.Hashed(path)));
        }

        // The address of a withdrawn file may too, and so may the name that it was served under.
        var files = await Connection.QueryAsync(
            "SELECT l.path FROM legacy_target l JOIN picture p ON p.hash = l.hash JOIN story_picture s ON s.picture_hash = p.hash WHERE s.story_id = @id AND p.withdrawn_at IS NOT NULL",
            row => row.GetString(0), cancellation, ("@id", id));
        var hide = PreparedStatement.Prepare(transaction, "UPDATE legacy_target SET path = @hashed, target = '/media/' || hash || '/file/withdrawn' WHERE path = @path");
        foreach (var path in files.Where(path => !LegacyUrl.IsHashed(path)))
        {
            await hide.RunAsync(cancellation, ("@path", path), ("@hashed", LegacyUrl.Hashed(path)));
        }

        if (await Connection.ScalarAsync<string>("SELECT source_id FROM story WHERE id = @id", cancellation, ("@id", id)) is { } source && !WithdrawnSource.IsKept(source))
        {
            await PreparedStatement.Prepare(transaction, "UPDATE story SET source_id = @source_id, source_digest = NULL WHERE id = @id")
                .RunAsync(cancellation, ("@source_id", WithdrawnSource.Create(source)), ("@id", id));
        }
    }

    /// <summary>The new target of a link that led to this story by an address with words; other links are unchanged.</summary>
    internal static string ByCode(string link, StoryCode code, IReadOnlySet<string> oldPaths)
    {
        if (LegacyUrl.Normalize(link) is not { } path)
        {
            return link;
        }

        var news = $"/news/{code}";
        return path.StartsWith($"{news}/", StringComparison.Ordinal) && !Pages.Contains(path[(news.Length + 1)..]) ? link[..(link.IndexOf(news, StringComparison.Ordinal) + news.Length)]
            : oldPaths.Contains(path) ? news
            : link;
    }

    private static readonly string[] Pages = ["print", "history", "compare"];

    // Link targets are not part of what was sealed; their words would be the withdrawn story's.
    /// <returns>The stories whose texts had such links.</returns>
    private async Task<HashSet<long>> EraseLinksAsync(string table, string key, string column, IReadOnlySet<string> known, CancellationToken cancellation)
    {
        List<(string, object?)> patterns = [("@p0", $"%/news/{code}/%")];
        patterns.AddRange(known.SelectMany(path => new[] { path, new Uri("http://localhost" + path).AbsolutePath }).Distinct().Select((path, at) => ($"@p{at + 1}", (object?)$"%{path}%")));
        var rows = await Connection.QueryAsync(
            $"SELECT story_id, {key}, {column} FROM {table} WHERE story_id <> @id AND ({string.Join(" OR ", patterns.Select(pattern => $"{column} LIKE {pattern.Item1}"))})",
            row => (Story: row.GetInt64(0), Key: row.GetInt64(1), Content: row.GetString(2)), cancellation, [("@id", id), .. patterns]);
        var write = PreparedStatement.Prepare(transaction, $"UPDATE {table} SET {column} = @content WHERE story_id = @story_id AND {key} = @key AND {column} = @before");
        var erased = new HashSet<long>();
        foreach (var row in rows)
        {
            var content = Link().Replace(row.Content, match => $"\"link\":\"{ByCode(match.Groups["to"].Value, code, known)}\"");
            if (content != row.Content)
            {
                await write.RunAsync(cancellation, ("@content", content), ("@story_id", row.Story), ("@key", row.Key), ("@before", row.Content));
                erased.Add(row.Story);
            }
        }

        return erased;
    }

    // As written by StoryJson. Link targets contain no unescaped quotes or backslashes.
    [GeneratedRegex("\"link\":\"(?<to>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Link();
}
