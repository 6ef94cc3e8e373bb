using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Storyprint.Storage.Schema;

namespace Storyprint.Storage.Engine;

/// <summary>A database with tables of its own, as EF Core's migrations make and change them; what the engines have in common about that.</summary>
public abstract class EngineDatabase : Database
{
    /// <summary>The newest migration of this program; a test holds it against the migrations.</summary>
    private protected abstract string Newest { get; }

    /// <summary>How many tables there are of the name <c>__EFMigrationsHistory</c>.</summary>
    private protected abstract string CountHistories { get; }

    public sealed override async Task MigrateAsync(CancellationToken cancellation = default)
    {
        await using (var connection = await OpenAsync(cancellation))
        {
            if (await IsCurrentAsync(connection, cancellation))
            {
                return;
            }

            await PrepareAsync(connection, cancellation);
        }

        await ChangeTablesAsync(cancellation);
    }

    public sealed override async Task<bool> IsCurrentAsync(CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        return await IsCurrentAsync(connection, cancellation);
    }

    /// <summary>Makes a database ready for its tables to be made or changed.</summary>
    private protected virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;

    private protected abstract StoryprintContext Model();

    // By itself, so that a start that has nothing to change never loads EF Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task ChangeTablesAsync(CancellationToken cancellation)
    {
        await using var context = Model();
        await context.Database.MigrateAsync(cancellation);
    }

    // Asked in plain SQL, because waking EF Core to learn that nothing is to be done costs a third of a start.
    private async Task<bool> IsCurrentAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<long>(CountHistories, cancellation) == 1
        && await connection.ScalarAsync<string>("""SELECT MAX("MigrationId") FROM "__EFMigrationsHistory" """, cancellation) == Newest;
}
