namespace Storyprint.Storage.Audit;

/// <summary>An act that the newsroom's record keeps for ever. The record holds <see cref="Word"/>, so a word is never changed.</summary>
public sealed record AuditAct
{
    private static readonly Dictionary<string, AuditAct> Known = [];

    private AuditAct(string word)
    {
        Word = word;
        Known.Add(word, this);
    }

    public static AuditAct SignIn { get; } = new("sign-in");

    public static AuditAct SignInFailed { get; } = new("sign-in-failed");

    public static AuditAct SignOut { get; } = new("sign-out");

    /// <summary>Somebody signed in proved again who it is, before a sensitive act.</summary>
    public static AuditAct Confirmed { get; } = new("confirmed");

    public static AuditAct SessionsRevoked { get; } = new("sessions-revoked");

    public static AuditAct FirstAdministratorLink { get; } = new("first-administrator-link");

    public static AuditAct Invited { get; } = new("invited");

    public static AuditAct InvitationRevoked { get; } = new("invitation-revoked");

    public static AuditAct Joined { get; } = new("joined");

    public static AuditAct PersonChanged { get; } = new("person-changed");

    public static AuditAct PersonDisabled { get; } = new("person-disabled");

    public static AuditAct PersonEnabled { get; } = new("person-enabled");

    public static AuditAct ResetLink { get; } = new("reset-link");

    public static AuditAct PasswordChanged { get; } = new("password-changed");

    public static AuditAct PasskeyAdded { get; } = new("passkey-added");

    public static AuditAct PasskeyRemoved { get; } = new("passkey-removed");

    public static AuditAct SecondFactorChanged { get; } = new("second-factor-changed");

    public static AuditAct RecoveryCodesMade { get; } = new("recovery-codes-made");

    public static AuditAct DeskChanged { get; } = new("desk-changed");

    public static AuditAct GuestLinkMade { get; } = new("guest-link-made");

    public static AuditAct GuestLinkRevoked { get; } = new("guest-link-revoked");

    public static AuditAct GuestVisit { get; } = new("guest-visit");

    public static AuditAct EmbargoedDraftRead { get; } = new("embargoed-draft-read");

    public static AuditAct CopyTaken { get; } = new("copy-taken");

    public static AuditAct CopySetAside { get; } = new("copy-set-aside");

    /// <summary>A changed draft was taken in from a file.</summary>
    public static AuditAct DraftEdited { get; } = new("draft-edited");

    public static AuditAct PictureRightsChanged { get; } = new("picture-rights-changed");

    public static AuditAct HandedOver { get; } = new("handed-over");

    public static AuditAct HandedToPerson { get; } = new("handed-to-person");

    public static AuditAct Submitted { get; } = new("submitted");

    public static AuditAct Returned { get; } = new("returned");

    public static AuditAct Approved { get; } = new("approved");

    public static AuditAct MailTested { get; } = new("mail-tested");

    public static AuditAct MailRetried { get; } = new("mail-retried");

    public static AuditAct MailDiscarded { get; } = new("mail-discarded");

    public static AuditAct Released { get; } = new("released");

    public static AuditAct Scheduled { get; } = new("scheduled");

    public static AuditAct ScheduleEnded { get; } = new("schedule-ended");

    public static AuditAct ImportStarted { get; } = new("import-started");

    /// <summary>An import ended, with what came of it; also one that was stopped.</summary>
    public static AuditAct Imported { get; } = new("imported");

    /// <summary>The files and the report of an import were deleted; the stories stay.</summary>
    public static AuditAct ImportDeleted { get; } = new("import-deleted");

    /// <summary>Files for an import were brought to the machine.</summary>
    public static AuditAct Uploaded { get; } = new("uploaded");

    public static AuditAct SettingChanged { get; } = new("setting-changed");

    public static AuditAct KeyChanged { get; } = new("key-changed");

    public static AuditAct Exported { get; } = new("exported");

    public static AuditAct BackupMade { get; } = new("backup-made");

    public static AuditAct BackupFailed { get; } = new("backup-failed");

    public static AuditAct BackupDownloaded { get; } = new("backup-downloaded");

    public static AuditAct BackupDeleted { get; } = new("backup-deleted");

    public static AuditAct Restored { get; } = new("restored");

    /// <summary>A database that was set back was brought up to a copy of its log.</summary>
    public static AuditAct Recovered { get; } = new("recovered");

    public static AuditAct MoveStarted { get; } = new("move-started");

    public static AuditAct Moved { get; } = new("moved");

    /// <summary>A database that a move had closed takes releases again.</summary>
    public static AuditAct Reopened { get; } = new("reopened");

    /// <summary>An administrator let the log go on from a database that was found on another server, or of another history.</summary>
    public static AuditAct ServerConfirmed { get; } = new("server-confirmed");

    /// <summary>What pages and lists read was made again from the newest revisions.</summary>
    public static AuditAct Rebuilt { get; } = new("rebuilt");

    /// <summary>What may be left of withdrawn stories was erased again.</summary>
    public static AuditAct Swept { get; } = new("swept");

    /// <summary>The name in the record and in exports.</summary>
    public string Word { get; }

    public static IReadOnlyCollection<AuditAct> All => Known.Values;

    public override string ToString() => Word;
}
