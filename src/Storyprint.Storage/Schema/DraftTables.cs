using Microsoft.EntityFrameworkCore;

namespace Storyprint.Storage.Schema;

/// <summary>The tables of what the newsroom writes.</summary>
internal static class DraftTables
{
    public static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DraftTextRow>(text =>
        {
            text.ToTable("draft_text").HasKey(row => new { row.StoryId, row.Proposal });
        });
        modelBuilder.Entity<DraftEditRow>(edit =>
        {
            edit.ToTable("draft_edit").HasKey(row => new { row.StoryId, row.Proposal, row.Version });
            edit.HasIndex(row => new { row.StoryId, row.Proposal, row.Request }).IsUnique().HasFilter("request IS NOT NULL");
        });
        modelBuilder.Entity<DraftPresenceRow>().ToTable("draft_presence").HasKey(row => new { row.StoryId, row.Editor });
        modelBuilder.Entity<DraftPresenceRow>().HasIndex(row => row.SeenAt);
    }
}
