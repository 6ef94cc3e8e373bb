using Storyprint.Operations.Doctor;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Operations.Doctor;

/// <summary>The damage table: every edit of the database by hand is found and named, and what was derived can be made again.</summary>
public class EditByHandTests
{
    // In the order in which they are published.
    private static readonly EditedStories Ids = new(1, 2, 3, 4);

    public static TheoryData<string> Edits => [.. EditByHand.All.Select(edit => edit.Name)];

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_by_hand_is_found_and_named(string name)
    {
        var edit = EditByHand.All.Single(edit => edit.Name == name);
        using var edited = await EditedPublication.CreateAsync();
        await edited.EditAsync(edit.For(TestEngine.IsPostgres, Ids));
        var problems = await edited.ProblemsAsync();
        Assert.Contains(problems, problem => problem.Point == edit.Point && problem.Sentence.Contains(edit.Words, StringComparison.Ordinal));

        var rebuilt = await edited.ExamineAsync(isRebuild: true);
        Assert.Equal(edit.IsDerived, !rebuilt.Any(finding => finding.Severity == DoctorSeverity.Problem));
        Assert.Equal(edit.IsDerived, rebuilt.Any(finding => finding is { Point: "rebuild", Severity: DoctorSeverity.Ok } && finding.Sentence.Contains("Made again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_publication_that_nobody_edited_has_no_problem_and_nothing_to_make_again()
    {
        using var edited = await EditedPublication.CreateAsync();
        Assert.Empty(await edited.ProblemsAsync());
        var rebuilt = await edited.ExamineAsync(isRebuild: true);
        Assert.Equal("Nothing had to be made again.", Assert.Single(rebuilt, finding => finding.Point == "rebuild").Sentence);
    }

    [Fact]
    public async Task A_list_is_not_made_again_from_a_text_that_was_changed()
    {
        using var edited = await EditedPublication.CreateAsync();
        await edited.EditAsync("UPDATE revision SET content = replace(content, 'The ferry sails', 'Mayor is a thief') WHERE story_id = 1 AND number = 3");
        var findings = await edited.ExamineAsync(isRebuild: true);
        Assert.Contains(findings, finding => finding is { Point: "rebuild", Severity: DoctorSeverity.Problem } && finding.Sentence.StartsWith("Left as it is", StringComparison.Ordinal));
        await using var connection = await edited.Small.Installation.Database.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal("The ferry sails", await connection.ScalarAsync<string>("SELECT headline FROM story WHERE id = 1", TestContext.Current.CancellationToken));
    }

    public sealed class OnPostgres : EditByHandTests, IOnPostgres;
}
