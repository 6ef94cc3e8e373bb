using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Storyprint.Storage.Schema;

/// <summary>The tables on PostgreSQL; migrations: Migrations/Postgres.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StoryprintContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Text is ordered by bytes, as on SQLite: the order of a server's locale, and an index on it, would differ from machine to machine.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation("C");
        }

        // The program assigns ids, under the write lock: a sequence would leave gaps and not survive a move.
        modelBuilder.Entity<StoryRow>().Property(row => row.Id).ValueGeneratedNever();
    }

    /// <summary>For <c>dotnet ef migrations add</c>.</summary>
    public sealed class AtDesignTime : IDesignTimeDbContextFactory<PostgresContext>
    {
        public PostgresContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options);
    }
}
