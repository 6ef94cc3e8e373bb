using Storyprint.Stories.Links;
using Storyprint.Stories.Workflow;

namespace Storyprint.Tests.Stories.Workflow;

public sealed class WorkflowRuleTests
{
    private const string Me = "me";

    // Columns: Draft, InReview, Approved, Scheduled, Published, PublishedWithChanges, Retracted, Withdrawn. Rows: a verb as a reporter who wrote it, as an editor, as an administrator.
    // R: the reporter may; E: editors may; A: only administrators (or a grant) may; -: the state allows it to nobody.
    [Theory]
    [InlineData(StoryVerb.Read, "RRRRRRR-")]
    [InlineData(StoryVerb.Edit, "RREERR--")]
    [InlineData(StoryVerb.Comment, "RRRRRR--")]
    [InlineData(StoryVerb.Submit, "R----R--")]
    [InlineData(StoryVerb.Return, "-RE-----")]
    [InlineData(StoryVerb.Approve, "EE---E--")]
    [InlineData(StoryVerb.Schedule, "EEEE----")]
    [InlineData(StoryVerb.Unschedule, "---E----")]
    [InlineData(StoryVerb.Publish, "EEEE----")]
    [InlineData(StoryVerb.Update, "-----E--")]
    [InlineData(StoryVerb.Correct, "----EE--")]
    [InlineData(StoryVerb.CorrectNote, "----EEA-")]
    [InlineData(StoryVerb.Retract, "----AA--")]
    [InlineData(StoryVerb.Withdraw, "----AAA-")]
    [InlineData(StoryVerb.HandOver, "RRRRRRR-")]
    [InlineData(StoryVerb.Share, "RRRRRR--")]
    public void The_grid_of_role_state_and_verb(StoryVerb verb, string row)
    {
        var states = Enum.GetValues<WorkState>();
        Assert.Equal(states.Length, row.Length);
        foreach (var (state, who) in states.Zip(row))
        {
            var story = new StoryAtWork { State = state, Authors = new HashSet<string> { Me } };
            foreach (var role in Enum.GetValues<Role>())
            {
                var expected = who switch { 'R' => true, 'E' => role >= Role.Editor, 'A' => role == Role.Administrator, _ => false };
                Assert.True(expected == WorkflowRule.Decide(Me, Permissions.Of(role), verb, story) is null, $"{role} {verb} {state}");
            }
        }
    }

    [Fact]
    public void Changes_of_a_published_story_are_given_back_where_they_were_submitted_and_by_their_author_too()
    {
        var story = new StoryAtWork { State = WorkState.PublishedWithChanges, Authors = new HashSet<string> { Me } };
        Assert.IsType<WorkflowRefusal.WrongState>(WorkflowRule.Decide(Me, Permissions.Of(Role.Editor), StoryVerb.Return, story));
        Assert.Null(WorkflowRule.Decide(Me, Permissions.Of(Role.Reporter), StoryVerb.Return, story with { IsSubmitted = true }));
        Assert.IsType<WorkflowRefusal.NotAllowed>(WorkflowRule.Decide("another", Permissions.Of(Role.Reporter), StoryVerb.Return, story with { IsSubmitted = true }));
    }

    [Fact]
    public void Whoever_has_a_story_in_hand_hands_it_on()
    {
        var story = new StoryAtWork { State = WorkState.Draft, Holder = Me };
        Assert.Null(WorkflowRule.Decide(Me, Permissions.Of(Role.Reporter), StoryVerb.HandOver, story));
        Assert.IsType<WorkflowRefusal.NotAllowed>(WorkflowRule.Decide("another", Permissions.Of(Role.Reporter), StoryVerb.HandOver, story));
    }

    [Fact]
    public void When_the_hour_comes_the_second_pair_of_eyes_is_asked_for_again()
    {
        var story = new StoryAtWork { State = WorkState.Scheduled, Authors = new HashSet<string> { Me }, NeedsFourEyes = true };
        Assert.IsType<WorkflowRefusal.FourEyes>(WorkflowRule.SecondPair(Me, story));
        Assert.Null(WorkflowRule.SecondPair("another", story));
        Assert.Null(WorkflowRule.SecondPair(Me, story with { ApprovedBy = "another" }));
        Assert.Null(WorkflowRule.SecondPair(Me, story with { NeedsFourEyes = false }));
    }

    [Fact]
    public void Every_verb_stands_in_the_grid() => Assert.Equal(
        Enum.GetValues<StoryVerb>().Order(),
        typeof(WorkflowRuleTests).GetMethod(nameof(The_grid_of_role_state_and_verb))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Select(row => (StoryVerb)((InlineDataAttribute)row).Data[0]!).Order());

    [Theory]
    [InlineData(StoryVerb.Publish)]
    [InlineData(StoryVerb.Schedule)]
    [InlineData(StoryVerb.Approve)]
    public void Four_eyes_who_wrote_it_cannot_release_it_alone(StoryVerb verb)
    {
        var story = new StoryAtWork { State = WorkState.InReview, Authors = new HashSet<string> { Me }, NeedsFourEyes = true };
        Assert.IsType<WorkflowRefusal.FourEyes>(WorkflowRule.Decide(Me, Permissions.Of(Role.Administrator), verb, story));
        Assert.Null(WorkflowRule.Decide("somebody else", Permissions.Of(Role.Editor), verb, story));
    }

    [Fact]
    public void Four_eyes_an_approval_of_somebody_else_is_enough_and_ones_own_is_not()
    {
        var story = new StoryAtWork { State = WorkState.Approved, Authors = new HashSet<string> { Me }, NeedsFourEyes = true };
        Assert.IsType<WorkflowRefusal.FourEyes>(WorkflowRule.Decide(Me, Permissions.Of(Role.Editor), StoryVerb.Publish, story with { ApprovedBy = Me }));
        Assert.Null(WorkflowRule.Decide(Me, Permissions.Of(Role.Editor), StoryVerb.Publish, story with { ApprovedBy = "another" }));
    }

    [Fact]
    public void Stories_of_another_desk_are_read_and_nothing_else()
    {
        var story = new StoryAtWork { State = WorkState.Draft, Desk = "harbour" };
        var city = Permissions.Of(Role.Editor, desks: ["city"]);
        Assert.Equal([StoryVerb.Read], WorkflowRule.Allowed(Me, city, story));
        Assert.Equal("harbour", Assert.IsType<WorkflowRefusal.OtherDesk>(WorkflowRule.Decide(Me, city, StoryVerb.Edit, story)).Desk);
        Assert.Null(WorkflowRule.Decide(Me, Permissions.Of(Role.Editor, desks: ["city", "harbour"]), StoryVerb.Publish, story));
        Assert.Null(WorkflowRule.Decide(Me, Permissions.Of(Role.Editor), StoryVerb.Publish, story));
    }

    [Fact]
    public void Grants_give_what_the_role_does_not()
    {
        var story = new StoryAtWork { State = WorkState.InReview, Section = Slug.From("weather") };
        var reporter = Permissions.Of(Role.Reporter, [Grant.Approve(Slug.From("weather"))]);
        Assert.Null(WorkflowRule.Decide(Me, reporter, StoryVerb.Publish, story));
        Assert.NotNull(WorkflowRule.Decide(Me, reporter, StoryVerb.Publish, story with { Section = Slug.From("city") }));
        var published = story with { State = WorkState.Published };
        Assert.Null(WorkflowRule.Decide(Me, Permissions.Of(Role.Reporter, [Grant.Withdraw]), StoryVerb.Withdraw, published));
        Assert.NotNull(WorkflowRule.Decide(Me, Permissions.Of(Role.Editor), StoryVerb.Withdraw, published));
    }

    [Fact]
    public void Every_refusal_says_what_to_do() => Assert.All(
        (WorkflowRefusal[])[
            new WorkflowRefusal.FourEyes(), new WorkflowRefusal.OtherDesk("city"), new WorkflowRefusal.NotAllowed(StoryVerb.Withdraw), new WorkflowRefusal.NotAllowed(StoryVerb.Retract),
            new WorkflowRefusal.NotAllowed(StoryVerb.Publish), new WorkflowRefusal.WrongState(StoryVerb.Update, WorkState.PublishedWithChanges)],
        refusal => Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal));

    [Theory]
    [InlineData("site", true)]
    [InlineData("approve:weather", true)]
    [InlineData("approve:", false)]
    [InlineData("approve:We ather", false)]
    [InlineData("everything", false)]
    [InlineData(null, false)]
    public void Grants_are_read_from_their_words(string? word, bool isGrant)
    {
        Assert.Equal(isGrant, Grant.TryParse(word, out var grant));
        Assert.Equal(isGrant ? word : null, grant?.Word);
    }
}
