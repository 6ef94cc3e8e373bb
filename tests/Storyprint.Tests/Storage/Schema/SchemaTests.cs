using Microsoft.EntityFrameworkCore;
using Storyprint.Storage.Schema;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Storage.Schema;

public sealed class SchemaTests
{
    [Theory]
    [InlineData(typeof(StoryRow), "story")]
    [InlineData(typeof(RevisionRow), "revision")]
    [InlineData(typeof(DraftRow), "draft")]
    [InlineData(typeof(PictureRow), "picture")]
    [InlineData(typeof(LegacyUrlRow), "legacy_url")]
    [InlineData(typeof(LegacyTargetRow), "legacy_target")]
    [InlineData(typeof(StoryCommentRow), "story_comment")]
    [InlineData(typeof(IdAllocatorRow), "id_allocator")]
    [InlineData(typeof(LogHeadRow), "log_head")]
    [InlineData(typeof(LogEntryRow), "log_entry")]
    [InlineData(typeof(LogHashRow), "log_hash")]
    [InlineData(typeof(LogKeyRow), "log_key")]
    [InlineData(typeof(CosignatureRow), "log_cosignature")]
    [InlineData(typeof(StoryTopicRow), "story_topic")]
    [InlineData(typeof(StoryBylineRow), "story_byline")]
    [InlineData(typeof(StoryNoteRow), "story_note")]
    [InlineData(typeof(TermRow), "term")]
    public void A_table_bears_its_rows_name_and_its_columns_are_snake_case(Type row, string table)
    {
        using var sqlite = new SqliteContext.AtDesignTime().CreateDbContext([]);
        using var postgres = new PostgresContext.AtDesignTime().CreateDbContext([]);
        foreach (var entity in (IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IEntityType>)[sqlite.Model.FindEntityType(row)!, postgres.Model.FindEntityType(row)!])
        {
            Assert.Equal(table, entity.GetTableName());
            Assert.NotNull(entity.FindPrimaryKey());
            Assert.All(entity.GetProperties(), property => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", property.GetColumnName()));
        }
    }

    [Fact]
    public void SqlNumbers_are_those_of_the_enums_and_ReaderVisibility_is_made_of_them()
    {
        Assert.Equal($"{(int)StoryStatus.Published}, {(int)StoryStatus.Retracted}", SqlNumbers.Visible);
        Assert.Equal($"{(int)StoryStatus.Withdrawn}", SqlNumbers.Withdrawn);
        Assert.Contains($"({SqlNumbers.Visible})", ReaderVisibility.VisibleToReaders, StringComparison.Ordinal);
        Assert.DoesNotContain($"{(int)StoryStatus.Draft}", SqlNumbers.Visible.Split(", "));
    }
}
