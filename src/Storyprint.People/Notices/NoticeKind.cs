namespace Storyprint.People.Notices;

/// <summary>Something of which people are told. The database holds <see cref="Word"/>, so a word is never changed.</summary>
/// <param name="Word">The name in the database, and of its texts.</param>
/// <param name="UsualMail">Whether it is mailed to whoever chose nothing.</param>
/// <param name="Audience">Who is told of it at all.</param>
public sealed record NoticeKind(string Word, NoticeMail UsualMail, NoticeAudience Audience)
{
    public static NoticeKind GuestCopy { get; } = new("guest-copy", NoticeMail.AtOnce, NoticeAudience.Desk);

    public static NoticeKind GuestComment { get; } = new("guest-comment", NoticeMail.Daily, NoticeAudience.Desk);

    public static NoticeKind Comment { get; } = new("comment", NoticeMail.Daily, NoticeAudience.Desk);

    /// <summary>A story was handed to a desk of the person's.</summary>
    public static NoticeKind HandedOver { get; } = new("handed-over", NoticeMail.Daily, NoticeAudience.Desk);

    /// <summary>A story was submitted and waits for somebody who may approve it.</summary>
    public static NoticeKind Submitted { get; } = new("submitted", NoticeMail.Daily, NoticeAudience.Desk);

    /// <summary>A story that the person wrote or submitted was given back.</summary>
    public static NoticeKind Returned { get; } = new("returned", NoticeMail.AtOnce, NoticeAudience.Person);

    /// <summary>A story that the person wrote or submitted was approved.</summary>
    public static NoticeKind Approved { get; } = new("approved", NoticeMail.None, NoticeAudience.Person);

    /// <summary>Somebody handed the person a story.</summary>
    public static NoticeKind HandedToPerson { get; } = new("handed-to-person", NoticeMail.AtOnce, NoticeAudience.Person);

    /// <summary>A scheduled story is due and was not released.</summary>
    public static NoticeKind ReleaseFailed { get; } = new("release-failed", NoticeMail.AtOnce, NoticeAudience.Editors);

    /// <summary>A scheduled story was released later than it was due.</summary>
    public static NoticeKind ReleaseLate { get; } = new("release-late", NoticeMail.AtOnce, NoticeAudience.Editors);

    /// <summary>Whom the person invited has joined.</summary>
    public static NoticeKind Joined { get; } = new("joined", NoticeMail.None, NoticeAudience.Person);

    /// <summary>The account was used in a browser that it was never used in before.</summary>
    public static NoticeKind NewBrowser { get; } = new("new-browser", NoticeMail.AtOnce, NoticeAudience.Person);

    /// <summary>Passkey, password or authenticator app of the account were changed, or a link to change them was made.</summary>
    public static NoticeKind CredentialsChanged { get; } = new("credentials-changed", NoticeMail.AtOnce, NoticeAudience.Person);

    /// <summary>A mail could not be delivered.</summary>
    public static NoticeKind MailFailed { get; } = new("mail-failed", NoticeMail.None, NoticeAudience.Administrators);

    public static IReadOnlyList<NoticeKind> All { get; } =
        [GuestCopy, GuestComment, Comment, HandedOver, HandedToPerson, Submitted, Returned, Approved, ReleaseFailed, ReleaseLate, Joined, NewBrowser, CredentialsChanged, MailFailed];

    public static NoticeKind? Find(string? word) => All.FirstOrDefault(kind => kind.Word == word);
}

/// <summary>Whether a notice is mailed. The numbers are stored in the database.</summary>
public enum NoticeMail
{
    /// <summary>It stands in the newsroom's pages alone.</summary>
    None = 0,

    AtOnce = 1,

    /// <summary>In the daily list.</summary>
    Daily = 2,

    /// <summary>It was mailed.</summary>
    Done = 3,
}

/// <summary>Who is told of something.</summary>
public enum NoticeAudience
{
    /// <summary>The one person whom it concerns.</summary>
    Person,

    /// <summary>Editors of the story's desk, or all where it has none, and who commented on it or gave a guest a link.</summary>
    Desk,

    /// <summary>All editors and administrators.</summary>
    Editors,

    Administrators,
}
