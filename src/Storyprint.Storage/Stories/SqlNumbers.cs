using System.Globalization;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>The numbers of statuses and kinds of release for SQL, taken from the enums, so that no statement spells one out.</summary>
public static class SqlNumbers
{
    public static readonly string Draft = Of(StoryStatus.Draft);
    public static readonly string Scheduled = Of(StoryStatus.Scheduled);
    public static readonly string Withdrawn = Of(StoryStatus.Withdrawn);

    /// <summary>The statuses before the first release, for the inside of an <c>IN (…)</c>.</summary>
    public static readonly string Unpublished = List(StoryStatus.Draft, StoryStatus.InReview, StoryStatus.Approved, StoryStatus.Scheduled);

    /// <summary>The statuses that readers see, for the inside of an <c>IN (…)</c>.</summary>
    public static readonly string Visible = List([.. Enum.GetValues<StoryStatus>().Where(status => status.IsVisibleToReaders)]);

    /// <summary>The kinds of release that add a public note, for the inside of an <c>IN (…)</c>.</summary>
    public static readonly string WithNote = $"{Of(ReleaseKind.Correction)}, {Of(ReleaseKind.Retraction)}";

    public static readonly string Withdrawal = Of(ReleaseKind.Withdrawal);

    private static string List(params StoryStatus[] statuses) => string.Join(", ", statuses.Select(Of));

    private static string Of(StoryStatus status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private static string Of(ReleaseKind kind) => ((int)kind).ToString(CultureInfo.InvariantCulture);
}
