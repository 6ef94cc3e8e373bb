using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Stories.Releases;

/// <summary>A story at each point of its life, and the parts of a release.</summary>
internal static class ReleaseTrial
{
    public static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = First.AddHours(3);

    public static readonly NoteWords Note = new()
    {
        Text = "An earlier version of this story said that the lift carries 16 people. It carries 12.",
        Said = "The lift carries 16 people.",
        Says = "The lift carries 12 people.",
    };

    public static StoryContent Content { get; } = StoryOf("The doors of the library stuck a little, and then they opened.");

    public static RevisionNumber? Expected(StoryState state) => state.Current?.Number;

    public static StoryContent StoryOf(params string[] paragraphs) => new()
    {
        Language = "en",
        Headline = "The library opens its doors",
        Bylines = ["Ines Calloway"],
        Section = "city",
        Body = [.. paragraphs.Select(text => new Paragraph(RichText.From(text)))],
    };

    public static StoryState State(StoryStatus status, StoryContent? content = null) => status switch
    {
        StoryStatus.Published => Standing(status, 1, ReleaseKind.Publish, content ?? Content),
        StoryStatus.Retracted => Standing(status, 2, ReleaseKind.Retraction, (content ?? Content) with
        {
            Corrections = [new CorrectionNote("The account was invented.", First) { Kind = NoteKind.Retraction }],
        }),
        StoryStatus.Withdrawn => Standing(status, 2, ReleaseKind.Withdrawal, null),
        _ => new StoryState { Status = status },
    };

    public static NewRevision Released(ReleaseDecision decision) => Assert.IsType<ReleaseDecision.Released>(decision).Revision;

    public static IReadOnlyList<ReleaseRefusal> Refused(ReleaseDecision decision) => Assert.IsType<ReleaseDecision.Refused>(decision).Refusals;

    private static StoryState Standing(StoryStatus status, int number, ReleaseKind kind, StoryContent? content) => new()
    {
        Status = status,
        Current = new CurrentRevision(new RevisionNumber(number), kind, First),
        Content = content,
        PublishedAt = First,
    };
}
