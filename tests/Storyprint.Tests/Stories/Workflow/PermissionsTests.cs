using Storyprint.Stories.Links;
using Storyprint.Stories.Workflow;

namespace Storyprint.Tests.Stories.Workflow;

public sealed class PermissionsTests
{
    private static readonly Permissions Reporter = Permissions.Of(Role.Reporter);
    private static readonly Permissions Helper = Permissions.Of(Role.Reporter, [Grant.People]);
    private static readonly Permissions Auditor = Permissions.Of(Role.Reporter, [Grant.People, Grant.Record]);
    private static readonly Permissions Arranger = Permissions.Of(Role.Reporter, [Grant.Front]);
    private static readonly Permissions OfSection = Permissions.Of(Role.Reporter, [Grant.Approve(Slug.From("city"))]);
    private static readonly Permissions OnCity = Permissions.Of(Role.Editor, desks: ["city"]);
    private static readonly Permissions OnBoth = Permissions.Of(Role.Editor, desks: ["city", "sea"]);
    private static readonly Permissions Editor = Permissions.Of(Role.Editor);
    private static readonly Permissions Publisher = Permissions.Of(Role.Editor, [Grant.Site, Grant.Record, Grant.Withdraw]);
    private static readonly Permissions Chief = Permissions.Of(Role.Administrator, desks: ["city"]);

    private static readonly (string Name, Permissions Rights)[] All =
    [
        ("reporter", Reporter), ("helper", Helper), ("auditor", Auditor), ("arranger", Arranger), ("of section", OfSection),
        ("on city", OnCity), ("on both", OnBoth), ("editor", Editor), ("publisher", Publisher), ("chief", Chief),
    ];

    // Everybody who is covered, besides oneself.
    [Theory]
    [InlineData("reporter", "")]
    [InlineData("helper", "reporter")]
    [InlineData("auditor", "reporter, helper")]
    [InlineData("arranger", "reporter")]
    [InlineData("of section", "reporter")]
    [InlineData("on city", "")]
    [InlineData("on both", "on city")]
    [InlineData("editor", "reporter, arranger, on city, on both")]
    [InlineData("publisher", "reporter, arranger, on city, on both, editor")]
    [InlineData("chief", "reporter, helper, auditor, arranger, of section, on city, on both, editor, publisher")]
    public void Who_covers_another_holds_all_that_the_other_holds(string name, string covered)
    {
        var rights = All.Single(each => each.Name == name).Rights;
        Assert.True(rights.Covers(rights));
        Assert.Equal(covered, string.Join(", ", All.Where(each => each.Name != name && rights.Covers(each.Rights)).Select(each => each.Name)));
    }
}
