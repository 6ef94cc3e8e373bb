using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Work;

/// <summary>Lists of stories that somebody named to look at them again.</summary>
public sealed class SavedViewStore(Database database, TimeProvider clock)
{
    /// <summary>The most that one person keeps.</summary>
    public const int Most = 30;

    /// <summary>A person's, in the order of their names.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(string person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT id, name, query FROM saved_view WHERE person_id = @person ORDER BY name, id", row => new SavedView(row.GetString(0), row.GetString(1), row.GetString(2)), cancellation, ("@person", person));
    }

    /// <summary>Keeps one; of the same name it takes the place of the one before.</summary>
    /// <returns>False where the person keeps as many as one may.</returns>
    public async Task<bool> SaveAsync(string person, string name, string query, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await connection.ExecuteAsync("DELETE FROM saved_view WHERE person_id = @person AND name = @name", cancellation, ("@person", person), ("@name", name));
        if (await connection.ScalarAsync<long>("SELECT COUNT(*) FROM saved_view WHERE person_id = @person", cancellation, ("@person", person)) >= Most)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "INSERT INTO saved_view (id, person_id, name, query, created_at) VALUES (@id, @person, @name, @query, @now)", cancellation,
            ("@id", Guid.CreateVersion7().ToString("n")), ("@person", person), ("@name", name), ("@query", query), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task DeleteAsync(string person, string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync("DELETE FROM saved_view WHERE person_id = @person AND id = @id", cancellation, ("@person", person), ("@id", id));
    }
}

/// <param name="Query">What is chosen, as the query of the page's address.</param>
public sealed record SavedView(string Id, string Name, string Query);
