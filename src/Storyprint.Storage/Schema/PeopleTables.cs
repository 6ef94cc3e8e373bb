using Microsoft.EntityFrameworkCore;

namespace Storyprint.Storage.Schema;

/// <summary>The tables of the newsroom's people and of their acts.</summary>
internal static class PeopleTables
{
    public static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.ToTable("person").HasKey(row => row.Id);
            person.HasIndex(row => row.NormalizedUserName).IsUnique();
        });
        modelBuilder.Entity<PersonPasskeyRow>().ToTable("person_passkey").HasKey(row => row.CredentialId);
        modelBuilder.Entity<PersonPasskeyRow>().HasIndex(row => row.PersonId);
        modelBuilder.Entity<PersonRecoveryCodeRow>().ToTable("person_recovery_code").HasKey(row => new { row.PersonId, row.Digest });
        modelBuilder.Entity<PersonLoginRow>().ToTable("person_login").HasKey(row => new { row.Provider, row.Subject });
        modelBuilder.Entity<PersonSessionRow>().ToTable("person_session").HasKey(row => row.Digest);
        modelBuilder.Entity<PersonSessionRow>().HasIndex(row => row.PersonId);
        modelBuilder.Entity<OneTimeLinkRow>().ToTable("one_time_link").HasKey(row => row.Digest);
        modelBuilder.Entity<GuestLinkRow>().ToTable("guest_link").HasKey(row => row.Digest);
        modelBuilder.Entity<GuestLinkRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<SignInThrottleRow>().ToTable("sign_in_throttle").HasKey(row => row.Key);
        modelBuilder.Entity<ProtectionKeyRow>().ToTable("protection_key").HasKey(row => row.Name);
        modelBuilder.Entity<DeskRow>().ToTable("desk").HasKey(row => row.Slug);
        modelBuilder.Entity<PersonDeskRow>().ToTable("person_desk").HasKey(row => new { row.PersonId, row.Desk });
        modelBuilder.Entity<StoryDeskRow>(story =>
        {
            story.ToTable("story_desk").HasKey(row => row.StoryId);
            story.Property(row => row.StoryId).ValueGeneratedNever();
            story.HasIndex(row => row.Desk);
        });
        modelBuilder.Entity<OutgoingMailRow>().ToTable("outgoing_mail").HasKey(row => row.Id);
        modelBuilder.Entity<OutgoingMailRow>().HasIndex(row => new { row.State, row.NextAt });
        modelBuilder.Entity<NoticeRow>().ToTable("notice").HasKey(row => row.Id);
        modelBuilder.Entity<NoticeRow>().HasIndex(row => new { row.PersonId, row.CreatedAt });
        modelBuilder.Entity<NoticeRow>().HasIndex(row => new { row.Mail, row.CreatedAt });
        modelBuilder.Entity<NoticeChoiceRow>().ToTable("notice_choice").HasKey(row => new { row.PersonId, row.Kind });
        modelBuilder.Entity<DailyListRow>().ToTable("daily_list").HasKey(row => row.PersonId);
        modelBuilder.Entity<DraftCommentRow>().ToTable("draft_comment").HasKey(row => row.Id);
        modelBuilder.Entity<DraftCommentRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<DraftCommentRow>().HasIndex(row => row.CreatedAt).HasFilter("done_at IS NULL");
        modelBuilder.Entity<FiledCopyRow>().ToTable("filed_copy").HasKey(row => row.Id);
        modelBuilder.Entity<FiledCopyRow>().HasIndex(row => row.StoryId);
        modelBuilder.Entity<AuditEntryRow>(entry =>
        {
            entry.ToTable("audit_entry").HasKey(row => row.Number);
            entry.Property(row => row.Number).ValueGeneratedNever();
            entry.HasIndex(row => row.At);
            entry.HasIndex(row => row.Actor);
        });
    }
}
