using Storyprint.Storage.Engine;
using Storyprint.Stories.Editions;

namespace Storyprint.Storage.Stories;

/// <summary>The names behind the slugs of sections, topics and authors.</summary>
public sealed class TermStore(Database database)
{
    public Task<string?> TopicAsync(string edition, string slug, CancellationToken cancellation = default) =>
        NameAsync("topic", edition, slug, cancellation);

    public Task<string?> AuthorAsync(string edition, string slug, CancellationToken cancellation = default) =>
        NameAsync("byline", edition, slug, cancellation);

    /// <summary>The sections of an edition that hold stories or that the publication names, those it names first and in its order.</summary>
    public async Task<IReadOnlyList<SectionName>> SectionsAsync(Edition edition, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync(
            "SELECT slug, name FROM term WHERE kind = 'section' AND edition = @edition ORDER BY name",
            row => new SectionName(row.GetString(0), row.GetString(1)), cancellation, ("@edition", edition.Language));
        return [.. edition.Sections, .. found.Where(section => edition.Sections.Named(section.Slug) is null)];
    }

    /// <summary>Names of authors or topics of an edition, by the alphabet of their addresses.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(bool areAuthors, string edition, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT name FROM term WHERE kind = @kind AND edition = @edition ORDER BY slug LIMIT @take", row => row.GetString(0), cancellation,
            ("@kind", areAuthors ? "byline" : "topic"), ("@edition", edition), ("@take", take));
    }

    private async Task<string?> NameAsync(string kind, string edition, string slug, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<string>(
            "SELECT name FROM term WHERE kind = @kind AND edition = @edition AND slug = @slug",
            cancellation, ("@kind", kind), ("@edition", edition), ("@slug", slug));
    }
}
