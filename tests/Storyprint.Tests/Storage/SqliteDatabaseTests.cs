using Microsoft.EntityFrameworkCore;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Schema;

namespace Storyprint.Tests.Storage;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public void The_newest_migration_is_the_one_a_start_looks_for()
    {
        using var context = new SqliteContext.AtDesignTime().CreateDbContext([]);
        Assert.Equal(SqliteDatabase.NewestMigration, context.Database.GetMigrations().Last());
    }

    [Fact]
    public void The_tables_agree_with_the_model()
    {
        using var context = new SqliteContext.AtDesignTime().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }
}
