using Storyprint.People.Accounts;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Links;

namespace Storyprint.People.Desks;

/// <summary>The desks of the newsroom. One that is closed leaves its people and stories without it.</summary>
public sealed class DeskDirectory(Database database, TimeProvider clock)
{
    public async Task<IReadOnlyList<Desk>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync("SELECT slug, name FROM desk ORDER BY ordinal, slug", row => new Desk(row.GetString(0), row.GetString(1)), cancellation);
    }

    /// <summary>Opens a desk, or gives it another name.</summary>
    /// <returns>Why the name cannot be taken; null where it was.</returns>
    public async Task<NameFault?> SaveAsync(ReleaseContext by, string name, string? slug = null, CancellationToken cancellation = default)
    {
        if (SignInNames.FaultOfDisplayName(name) is { } fault)
        {
            return fault;
        }

        var key = slug ?? Slug.From(name).Text;
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var before = await connection.ScalarAsync<string>("SELECT name FROM desk WHERE slug = @slug", cancellation, ("@slug", key));
        await connection.ExecuteAsync(
            "INSERT INTO desk (slug, name, ordinal) VALUES (@slug, @name, (SELECT COALESCE(MAX(ordinal), 0) + 1 FROM desk)) ON CONFLICT (slug) DO UPDATE SET name = @name", cancellation,
            ("@slug", key), ("@name", name.Trim()));
        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.DeskChanged, key, before, name.Trim(), cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public async Task<bool> CloseAsync(ReleaseContext by, string slug, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var before = await connection.ScalarAsync<string>("SELECT name FROM desk WHERE slug = @slug", cancellation, ("@slug", slug));
        if (before is null)
        {
            return false;
        }

        foreach (var (table, column) in (IEnumerable<(string, string)>)[("person_desk", "desk"), ("story_desk", "desk"), ("desk", "slug")])
        {
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE {column} = @slug", cancellation, ("@slug", slug));
        }

        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.DeskChanged, slug, before, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
