using System.Text;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Tests.Provenance.Witnesses;

public sealed class TrustPolicyParserTests
{
    private static readonly string Log = TestKeys.Log.Verifier.ToString();

    private static readonly string Witness = TestKeys.Witness.Verifier.ToString();

    [Fact]
    public void Each_line_becomes_its_part_of_the_policy()
    {
        var policy = Parse("# note\n\nlog LOG https://a.example/\n \twitness شاهد WITNESS\ngroup 団体 any شاهد\nquorum 団体\n");
        Assert.Equal([new PolicyLog(TestKeys.Log.Verifier, "https://a.example/")], policy.Logs);
        Assert.Equal([new PolicyWitness("شاهد", TestKeys.Witness.Verifier, null)], policy.Witnesses);
        PolicyGroup group = Assert.Single(policy.Groups);
        Assert.Equal(("団体", 1, "شاهد", "団体"), (group.Name, group.Threshold, Assert.Single(group.Members), policy.Quorum));
    }

    [Theory]
    [InlineData("log LOG\nquorum none\nlog LOG\n", "Line 3: this log's key is listed twice.")]
    [InlineData("log WITNESS\nquorum none\n", "Line 1: a log's key is of type 0x01.")]
    [InlineData("witness a LOG\nquorum a\n", "Line 1: a witness's key is of type 0x04.")]
    [InlineData("witness a WITNESS\nwitness b WITNESS\nquorum a\n", "Line 2: this witness's key is listed twice.")]
    [InlineData("witness none WITNESS\nquorum none\n", "Line 1: the name 'none' is already taken.")]
    [InlineData("quorum a\nwitness a WITNESS\n", "Line 1: 'a' is not defined on an earlier line.")]
    [InlineData("group g 1 a\nquorum g\n", "Line 1: 'a' is not defined on an earlier line.")]
    [InlineData("witness a WITNESS\ngroup g 2 a\nquorum g\n", "Line 2: '2' is not all, any, or a number from 1 to 1.")]
    [InlineData("witness a WITNESS\ngroup g all a\ngroup h all a\nquorum g\n", "Line 3: 'a' is already a member of a group.")]
    [InlineData("quorum none\nquorum none\n", "Line 2: there is a second quorum line.")]
    [InlineData("log LOG https://a.example/ more\nquorum none\n", "Line 1: this is not a log, witness, group or quorum line.")]
    [InlineData("Log LOG\nquorum none\n", "Line 1: this is not a log, witness, group or quorum line.")]
    [InlineData("log LOG\n", "The policy has no quorum line.")]
    public void The_first_line_that_is_not_understood_is_named(string text, string reason)
    {
        Assert.False(TryParse(text, out _, out var said));
        Assert.Equal(reason, said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("quorum none")]
    [InlineData("quorum none\r\n")]
    [InlineData("quorum\0none\n")]
    [InlineData("quorum none\n\x7f\n")]
    public void What_is_no_text_of_lines_is_refused(string text)
    {
        Assert.False(TryParse(text, out _, out var reason));
        Assert.StartsWith("A policy is UTF-8 text", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_longer_than_any_is_refused() =>
        Assert.False(TryParse(new string('#', TrustPolicy.MaxLength) + "\nquorum none\n", out _, out _));

    private static TrustPolicy Parse(string text) => TryParse(text, out var policy, out var reason) ? policy! : throw new FormatException(reason);

    private static bool TryParse(string text, out TrustPolicy? policy, out string? reason) => new TrustPolicyParser().TryParse(
        Encoding.UTF8.GetBytes(text.Replace("LOG", Log, StringComparison.Ordinal).Replace("WITNESS", Witness, StringComparison.Ordinal)), out policy, out reason);
}
