using Storyprint.People.Accounts;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Links;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Desks;

/// <summary>The desks of the newsroom. One that is closed leaves its people and stories without it; while it is somebody's only desk it stays, for whoever is on none is on all.</summary>
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

    /// <summary>Closes a desk, and records it.</summary>
    public async Task<DeskClosing> CloseAsync(ReleaseContext by, string slug, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var before = await connection.ScalarAsync<string>("SELECT name FROM desk WHERE slug = @slug", cancellation, ("@slug", slug));
        if (before is null)
        {
            return DeskClosing.NoSuchDesk;
        }

        if (await connection.ScalarAsync<long>(
            $"""
            SELECT COUNT(*) FROM person_desk m JOIN person p ON p.id = m.person_id WHERE m.desk = @slug AND p.disabled_at IS NULL AND p.role <> {(int)Role.Administrator}
              AND NOT EXISTS (SELECT 1 FROM person_desk o WHERE o.person_id = m.person_id AND o.desk <> @slug)
            """, cancellation, ("@slug", slug)) > 0)
        {
            return DeskClosing.HasPeople;
        }

        foreach (var (table, column) in (IEnumerable<(string, string)>)[("person_desk", "desk"), ("story_desk", "desk"), ("desk", "slug")])
        {
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE {column} = @slug", cancellation, ("@slug", slug));
        }

        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.DeskChanged, slug, before, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return DeskClosing.Closed;
    }
}

/// <summary>What became of closing a desk.</summary>
public enum DeskClosing
{
    Closed,
    NoSuchDesk,

    /// <summary>It is the only desk of somebody, who would then be on all.</summary>
    HasPeople,
}
