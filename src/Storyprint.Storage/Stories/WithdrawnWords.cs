using System.Data.Common;
using System.Text.RegularExpressions;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Stories;

/// <summary>
/// The words of a withdrawn story that stand outside of it: in the addresses that it had, in the name its archive gave it, and in the links of other
/// stories, whose addresses repeat its headline. Inside the transaction of the withdrawal.
/// </summary>
internal sealed partial class WithdrawnWords(DbTransaction transaction, long id, StoryCode code)
{
    private DbConnection Connection => transaction.Connection!;

    public async Task EraseAsync(CancellationToken cancellation)
    {
        var paths = await Connection.QueryAsync("SELECT path FROM legacy_url WHERE story_id = @id", row => row.GetString(0), cancellation, ("@id", id));
        var known = paths.Where(path => !LegacyUrl.IsHashed(path)).ToHashSet(StringComparer.Ordinal);
        await EraseLinksAsync("revision", "number", known, cancellation);
        await EraseLinksAsync("draft", "base_revision", known, cancellation);

        // An old address may hold the words that were withdrawn: its hash is enough to answer that the story is gone.
        var rename = PreparedStatement.Prepare(transaction, StoryStatements.RenameLegacyUrl);
        foreach (var path in known)
        {
            await rename.RunAsync(cancellation, ("@path", path), ("@hashed", LegacyUrl.Hashed(path)));
        }

        if (await Connection.ScalarAsync<string>("SELECT source_id FROM story WHERE id = @id", cancellation, ("@id", id)) is { } source && !WithdrawnSource.IsKept(source))
        {
            await PreparedStatement.Prepare(transaction, "UPDATE story SET source_id = @source_id, source_digest = NULL WHERE id = @id")
                .RunAsync(cancellation, ("@source_id", WithdrawnSource.Create(source)), ("@id", id));
        }
    }

    /// <summary>Where a link leads that led to this story by an address with words; the same where it leads elsewhere.</summary>
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

    // The target of a link is no part of what was sealed; its words would be the withdrawn story's.
    private async Task EraseLinksAsync(string table, string key, IReadOnlySet<string> known, CancellationToken cancellation)
    {
        List<(string, object?)> patterns = [("@p0", $"%/news/{code}/%")];
        patterns.AddRange(known.SelectMany(path => new[] { path, new Uri("http://localhost" + path).AbsolutePath }).Distinct().Select((path, at) => ($"@p{at + 1}", (object?)$"%{path}%")));
        var rows = await Connection.QueryAsync(
            $"SELECT story_id, {key}, content FROM {table} WHERE story_id <> @id AND ({string.Join(" OR ", patterns.Select(pattern => $"content LIKE {pattern.Item1}"))})",
            row => (Story: row.GetInt64(0), Key: row.GetInt32(1), Content: row.GetString(2)), cancellation, [("@id", id), .. patterns]);
        var write = PreparedStatement.Prepare(transaction, $"UPDATE {table} SET content = @content WHERE story_id = @story_id AND {key} = @key");
        foreach (var row in rows)
        {
            var content = Link().Replace(row.Content, match => $"\"link\":\"{ByCode(match.Groups["to"].Value, code, known)}\"");
            if (content != row.Content)
            {
                await write.RunAsync(cancellation, ("@content", content), ("@story_id", row.Story), ("@key", row.Key));
            }
        }
    }

    // As StoryJson writes it. Link targets hold no quotes and no backslashes that are not escaped.
    [GeneratedRegex("\"link\":\"(?<to>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Link();
}
