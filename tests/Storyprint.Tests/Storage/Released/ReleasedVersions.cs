using Microsoft.Data.Sqlite;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Released;

/// <summary>The databases of released versions, as SQL: a folder a version with a file an engine. <see cref="MakeReleasedVersion"/> makes them.</summary>
internal static class ReleasedVersions
{
    public static string Folder => Repository.Path("tests/Storyprint.Tests/Storage/Released");

    public static IEnumerable<string> All() => Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string FileOf(string version) => Path.Combine(Folder, version, TestEngine.IsPostgres ? "postgres.sql" : "sqlite.sql");

    public static async Task LoadAsync(string version, TestEngine engine, CancellationToken cancellation)
    {
        var sql = await File.ReadAllTextAsync(FileOf(version), cancellation);
        await engine.EmptyAsync();
        if (engine.Setting is { } setting)
        {
            await using var server = new Npgsql.NpgsqlConnection(setting + ";Pooling=false");
            await server.OpenAsync(cancellation);
            await server.ExecuteAsync(sql, cancellation);
            return;
        }

        await using var file = new SqliteConnection($"Data Source={engine.SqlitePath};Pooling=false");
        await file.OpenAsync(cancellation);
        await file.ExecuteAsync(sql, cancellation);
    }
}
