using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Storyprint.Storage.Schema;

namespace Storyprint.Storage.Engine;

/// <summary>What both engines have in common about EF Core's migrations.</summary>
public abstract class EngineDatabase : Database
{
    /// <summary>The newest migration of this program; a test compares it with the migrations.</summary>
    private protected abstract string Newest { get; }

    /// <summary>A query for the number of tables named <c>__EFMigrationsHistory</c>.</summary>
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

    /// <summary>Prepares a database before its tables are created or changed.</summary>
    private protected virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;

    private protected abstract StoryprintContext Model();

    // In a method of its own, so that a start with nothing to migrate never loads EF Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task ChangeTablesAsync(CancellationToken cancellation)
    {
        await using var context = Model();
        await context.Database.MigrateAsync(cancellation);
    }

    // Plain SQL: loading EF Core only to learn that nothing is to be done costs a third of a start.
    private async Task<bool> IsCurrentAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<long>(CountHistories, cancellation) == 1
        && await connection.ScalarAsync<string>("""SELECT MAX("MigrationId") FROM "__EFMigrationsHistory" """, cancellation) == Newest;
}
