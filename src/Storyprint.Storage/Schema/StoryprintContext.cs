using Microsoft.EntityFrameworkCore;

namespace Storyprint.Storage.Schema;

/// <summary>
/// The tables, as EF Core's migrations create and change them on each engine. Queries are plain SQL (docs/decisions/0003); this model is for migrations only.
/// </summary>
public abstract class StoryprintContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoryRow>(story =>
        {
            story.ToTable("story").HasKey(row => row.Id);
            story.HasIndex(row => row.Code).IsUnique();
            story.HasIndex(row => row.SourceId).IsUnique();
            story.HasIndex(row => row.TranslationKey).HasFilter("translation_key IS NOT NULL");
            story.HasIndex(row => new { row.Edition, row.SortKey }).HasFilter("is_listed").IsDescending(false, true);
            story.HasIndex(row => new { row.Edition, row.Section, row.SortKey }).HasFilter("is_listed").IsDescending(false, false, true);
            story.HasIndex(row => row.SortKey);
            story.HasIndex(row => new { row.Status, row.SortKey }).HasFilter("status >= 5").IsDescending(false, true);
        });
        modelBuilder.Entity<RevisionRow>(revision =>
        {
            revision.ToTable("revision").HasKey(row => new { row.StoryId, row.Number });
            revision.HasOne<StoryRow>().WithMany().HasForeignKey(row => row.StoryId).OnDelete(DeleteBehavior.Restrict);
            revision.HasIndex(row => row.LogIndex).IsUnique();
            revision.HasIndex(row => row.ScheduledFor).HasFilter("scheduled_for IS NOT NULL");
        });
        modelBuilder.Entity<DraftRow>(draft =>
        {
            draft.ToTable("draft").HasKey(row => row.StoryId);
            draft.Property(row => row.StoryId).ValueGeneratedNever();
            draft.HasOne<StoryRow>().WithOne().HasForeignKey<DraftRow>(row => row.StoryId).OnDelete(DeleteBehavior.Restrict);
            draft.HasIndex(row => row.ScheduledFor).HasFilter("scheduled_for IS NOT NULL");
        });
        modelBuilder.Entity<StoryTopicRow>(topic =>
            topic.ToTable("story_topic").HasKey(row => new { row.Edition, row.Slug, row.SortKey, row.StoryId }));
        modelBuilder.Entity<StoryTopicRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<StoryBylineRow>(byline =>
            byline.ToTable("story_byline").HasKey(row => new { row.Edition, row.Slug, row.SortKey, row.StoryId }));
        modelBuilder.Entity<StoryBylineRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<TermRow>().ToTable("term").HasKey(row => new { row.Kind, row.Edition, row.Slug });
        modelBuilder.Entity<LegacyUrlRow>(link =>
        {
            link.ToTable("legacy_url").HasKey(row => row.Path);
            link.HasOne<StoryRow>().WithMany().HasForeignKey(row => row.StoryId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LegacyTargetRow>().ToTable("legacy_target").HasKey(row => row.Path);
        modelBuilder.Entity<LegacyTargetRow>().HasIndex(row => row.Hash).HasFilter("hash IS NOT NULL");
        modelBuilder.Entity<StoryCommentRow>().ToTable("story_comment").HasKey(row => new { row.StoryId, row.Ordinal });
        modelBuilder.Entity<StoryNoteRow>().ToTable("story_note").HasKey(row => new { row.Edition, row.ReleasedAt, row.StoryId, row.Ordinal });
        modelBuilder.Entity<StoryNoteRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<PictureRow>().ToTable("picture").HasKey(row => row.Hash);
        modelBuilder.Entity<StoryPictureRow>().ToTable("story_picture").HasKey(row => new { row.PictureHash, row.StoryId });
        modelBuilder.Entity<StoryPictureRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<PictureRow>().HasIndex(row => new { row.AddedAt, row.Hash }).IsDescending(true, false).HasFilter("width > 0 AND withdrawn_at IS NULL");
        modelBuilder.Entity<LibraryPictureRow>(picture =>
        {
            picture.ToTable("library_picture").HasKey(row => row.Hash);
            picture.HasIndex(row => row.RightsEnd).HasFilter("rights_end IS NOT NULL");
            picture.HasIndex(row => row.FromStory).HasFilter("from_story IS NOT NULL");
            picture.HasIndex(row => row.IsDescribed).HasFilter("NOT is_described");
        });
        modelBuilder.Entity<LogHeadRow>(head =>
        {
            head.ToTable("log_head").HasKey(row => row.Id);
            head.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<LogEntryRow>(entry =>
        {
            entry.ToTable("log_entry").HasKey(row => row.LogIndex);
            entry.Property(row => row.LogIndex).ValueGeneratedNever();
        });
        modelBuilder.Entity<LogHashRow>(hash =>
        {
            hash.ToTable("log_hash").HasKey(row => row.NodeId);
            hash.Property(row => row.NodeId).ValueGeneratedNever();
        });
        modelBuilder.Entity<LogKeyRow>().ToTable("log_key").HasKey(row => new { row.Role, row.Ordinal });
        modelBuilder.Entity<CosignatureRow>().ToTable("log_cosignature").HasKey(row => new { row.TreeSize, row.Vkey });
        modelBuilder.Entity<SettingRow>().ToTable("setting").HasKey(row => row.Key);
        modelBuilder.Entity<SettingVersionRow>(version =>
        {
            version.ToTable("setting_version").HasKey(row => row.Id);
            version.Property(row => row.Id).ValueGeneratedNever();
            version.HasIndex(row => new { row.Key, row.Id });
        });
        modelBuilder.Entity<FingerprintRunRow>(run =>
        {
            run.ToTable("fingerprint_run").HasKey(row => row.Id);
            run.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<FingerprintBlockRow>().ToTable("fingerprint_block").HasKey(row => new { row.RunId, row.FirstHash });
        modelBuilder.Entity<ScanCountRow>(count =>
        {
            count.ToTable("scan_count").HasKey(row => new { row.StoryId, row.Day });
            count.HasIndex(row => row.Day);
        });
        modelBuilder.Entity<IdAllocatorRow>().ToTable("id_allocator").HasKey(row => row.Name);
        PeopleTables.Add(modelBuilder);
        DraftTables.Add(modelBuilder);

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, at) => char.IsUpper(c) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
