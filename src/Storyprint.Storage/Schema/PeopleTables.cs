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
        modelBuilder.Entity<AuditEntryRow>(entry =>
        {
            entry.ToTable("audit_entry").HasKey(row => row.Number);
            entry.Property(row => row.Number).ValueGeneratedNever();
            entry.HasIndex(row => row.At);
            entry.HasIndex(row => row.Actor);
        });
    }
}
