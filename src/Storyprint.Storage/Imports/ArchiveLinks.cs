using System.Data.Common;
using System.Globalization;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>Finds the stories that marked links lead to, and leads the links to their codes.</summary>
internal sealed class ArchiveLinks(DbConnection connection, ImportSession session)
{
    /// <summary>A story with its links led, and whether some lead to stories that are not here yet: they are led to theirs when the run is at its end.</summary>
    public async Task<(PreparedStory Item, bool IsOpen)> LeadAsync(PreparedStory prepared, CancellationToken cancellation)
    {
        if (!prepared.HasArchiveLinks || prepared.Story.Identity is not { } identity)
        {
            return (prepared, false);
        }

        var before = prepared.Json.ToString();
        var (json, open) = await ResolveAsync(before, identity, cancellation);
        return (json == before ? prepared : prepared.WithLinks(json), open.Count > 0);
    }

    /// <summary>The content with every link by its code whose story is here, and the targets that are not.</summary>
    /// <param name="from">The identity of the item that the links are in.</param>
    public async Task<(string Json, IReadOnlyList<string> Open)> ResolveAsync(string json, ArchiveIdentity from, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new List<string>();
        foreach (var link in StoredLinks.In(json).Where(link => !link.StartsWith("/news/", StringComparison.Ordinal) || !StoryCode.TryFromDigits(link["/news/".Length..], out _)))
        {
            if (!IsFile(link) && await FindAsync(link, from, cancellation) is { } code)
            {
                found[link] = $"/news/{code}";
            }
            else if (!IsFile(link))
            {
                open.Add(link);
            }
        }

        return (found.Count == 0 ? json : StoredLinks.Replace(json, link => found.GetValueOrDefault(link, link)), open);
    }

    private static bool IsFile(string link) => link.StartsWith("/media/", StringComparison.Ordinal);

    private async Task<StoryCode?> FindAsync(string link, ArchiveIdentity from, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(link.StartsWith('/') ? $"http://localhost{link}" : link, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        return await ByAddressAsync(LegacyUrlForms.Of(path, uri.Query), from, cancellation)
            ?? (link.StartsWith('/') ? await ByPlaceAsync(from, path, cancellation) : null);
    }

    private async Task<StoryCode?> ByAddressAsync(IReadOnlyList<string> keys, ArchiveIdentity from, CancellationToken cancellation)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        var rows = await connection.QueryAsync(
            $"SELECT l.path, s.code, s.source_id, s.status FROM legacy_url l JOIN story s ON s.id = l.story_id WHERE l.path IN ({string.Join(", ", keys.Select((_, at) => $"@p{at.ToString(CultureInfo.InvariantCulture)}"))})",
            row => (Path: row.GetString(0), Code: row.GetString(1), Source: row.TextOrNull(2), Status: (StoryStatus)row.GetInt32(3)),
            cancellation, [.. keys.Select((key, at) => ($"@p{at.ToString(CultureInfo.InvariantCulture)}", (object?)key))]);
        return rows.Where(row => row.Status != StoryStatus.Withdrawn && row.Source is not null && IsOfOneArchive(from, ArchiveIdentity.Parse(row.Source)))
            .OrderBy(row => keys.Index().First(key => key.Item == row.Path).Index).Select(row => (StoryCode?)StoryCode.FromDigits(row.Code)).FirstOrDefault();
    }

    // A link to a file of the archive: the item that stands there.
    private async Task<StoryCode?> ByPlaceAsync(ArchiveIdentity from, string path, CancellationToken cancellation)
    {
        var place = ImportSession.PlaceOf(from, path);
        return session.CodeAt(place) is { } met ? met
            : await connection.FirstAsync("SELECT code FROM story WHERE source_id = @source", row => row.GetString(0), cancellation, ("@source", place)) is { } code ? StoryCode.FromDigits(code)
            : null;
    }

    // Two archives may have the same path; what nothing tells apart is taken to be one.
    private static bool IsOfOneArchive(ArchiveIdentity one, ArchiveIdentity other) =>
        (one.Host is null || other.Host is null || ArchiveLink.IsSameHost(one.Host, other.Host)) && (one.Archive is null || other.Archive is null || one.Archive == other.Archive);
}
