using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Storyprint.Storage.Schema;

/// <summary>The tables on SQLite; migrations: Migrations/Sqlite.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StoryprintContext(options)
{
    /// <summary>For <c>dotnet ef migrations add</c>.</summary>
    public sealed class AtDesignTime : IDesignTimeDbContextFactory<SqliteContext>
    {
        public SqliteContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
    }
}
