using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Storyprint.Storage.Schema;

/// <summary>The tables on PostgreSQL; its migrations stand in Migrations/Postgres.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StoryprintContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Text in the order of its bytes, as on SQLite: an order by the server's locale would differ from machine to machine, and an index with it.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation("C");
        }

        // Ids are given out by the program, under the write lock: a sequence would leave gaps and know nothing of a move.
        modelBuilder.Entity<StoryRow>().Property(row => row.Id).ValueGeneratedNever();
    }

    /// <summary>For <c>dotnet ef migrations add</c>.</summary>
    public sealed class AtDesignTime : IDesignTimeDbContextFactory<PostgresContext>
    {
        public PostgresContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options);
    }
}
