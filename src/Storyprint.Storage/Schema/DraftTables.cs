using Microsoft.EntityFrameworkCore;

namespace Storyprint.Storage.Schema;

/// <summary>The tables of what the newsroom writes.</summary>
internal static class DraftTables
{
    public static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DraftRow>().HasIndex(row => new { row.ChangedAt, row.StoryId });
        modelBuilder.Entity<DraftTextRow>(text =>
        {
            text.ToTable("draft_text").HasKey(row => new { row.StoryId, row.Proposal });
        });
        modelBuilder.Entity<DraftEditRow>(edit =>
        {
            edit.ToTable("draft_edit").HasKey(row => new { row.StoryId, row.Proposal, row.Version });
            edit.HasIndex(row => new { row.StoryId, row.Proposal, row.Request }).IsUnique().HasFilter("request IS NOT NULL");
            edit.HasIndex(row => new { row.StoryId, row.At, row.PersonId, row.Proposal, row.Kind });
        });
        modelBuilder.Entity<DraftPresenceRow>().ToTable("draft_presence").HasKey(row => new { row.StoryId, row.Editor });
        modelBuilder.Entity<DraftPresenceRow>().HasIndex(row => row.SeenAt);
        modelBuilder.Entity<StoryWorkRow>(work =>
        {
            work.ToTable("story_work").HasKey(row => row.StoryId);
            work.Property(row => row.StoryId).ValueGeneratedNever();
            work.HasIndex(row => row.Holder);
        });
        modelBuilder.Entity<ScheduleOutcomeRow>().ToTable("schedule_outcome").HasKey(row => new { row.StoryId, row.DueAt, row.Revision });
        modelBuilder.Entity<ScheduleOutcomeRow>().HasIndex(row => row.At);
        modelBuilder.Entity<SavedViewRow>().ToTable("saved_view").HasKey(row => row.Id);
        modelBuilder.Entity<SavedViewRow>().HasIndex(row => row.PersonId);
    }
}
