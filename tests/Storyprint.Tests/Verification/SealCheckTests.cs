using System.Text;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Tests.Provenance;
using Storyprint.Verification;

namespace Storyprint.Tests.Verification;

public sealed class SealCheckTests
{
    private static readonly SealCheck Check = SealCheck.With(VerifierKey.Parse(WorkedExample.SealKey));

    [Theory]
    [InlineData("")]
    [InlineData("upper")]
    [InlineData("lower")]
    [InlineData("spaces")]
    public void A_true_seal_is_read_in_any_case_and_with_spaces_around(string change)
    {
        var report = Check.Run(change switch
        {
            "upper" => WorkedExample.Link.ToUpperInvariant(),
            "lower" => WorkedExample.Link.ToLowerInvariant(),
            "spaces" => $"  \t{WorkedExample.Link}\r\n",
            _ => WorkedExample.Link,
        });
        Assert.Equal(0, report.ExitCode);
        Assert.Contains("story 1125540, revision 3", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void No_answer_calls_a_page_genuine_or_fake()
    {
        string[] links = [WorkedExample.Link, WorkedExample.Link[..^1] + "B", "https://example.org/", WorkedExample.Link.Replace("news.example.org", "evil.example", StringComparison.Ordinal)];
        foreach (var words in links.Select(link => Words(Check.Run(link))))
        {
            Assert.DoesNotContain("genuine", words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("fake", words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("✓", words, StringComparison.Ordinal);
        }

        Assert.Contains("What this does not prove", Words(Check.Run(WorkedExample.Link)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1125540.3", "1125540.2")]
    [InlineData("1125540.3", "112554.3")]
    [InlineData("ABVQG", "ABVQH")]
    [InlineData("HIYA", "HIYB")]
    [InlineData("HIYA", "HIY")]
    [InlineData("HIYA", "HIY1")]
    public void A_changed_link_is_not_the_publishers_seal(string there, string here) =>
        Assert.Equal(1, Check.Run(WorkedExample.Link.Replace(there, here, StringComparison.Ordinal)).ExitCode);

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("https://news.example.org/1125540.3")]
    public void What_is_no_seal_is_not_judged(string link) => Assert.Equal(2, Check.Run(link).ExitCode);

    [Fact]
    public void A_true_seal_on_another_host_is_warned_of_first()
    {
        var report = Check.Run(WorkedExample.Link.Replace("news.example.org", "news.example.com", StringComparison.Ordinal));
        Assert.Equal(1, report.ExitCode);
        Assert.StartsWith("This link leads to news.example.com, not to news.example.org", report.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_sealed_text_is_recognised_and_a_changed_one_is_not()
    {
        Assert.Equal(0, (Check with { Text = WorkedExample.CanonicalText }).Run(WorkedExample.Link).ExitCode);
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(WorkedExample.CanonicalText).Replace("12.", "16.", StringComparison.Ordinal));
        var report = (Check with { Text = changed }).Run(WorkedExample.Link);
        Assert.Equal(1, report.ExitCode);
        Assert.Contains("NOT the text that was sealed", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_only_lost_its_line_end_gets_a_hint()
    {
        var report = (Check with { Text = WorkedExample.CanonicalText[..^1] }).Run(WorkedExample.Link);
        Assert.Contains("line ends", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_canonical_text_is_explained_and_not_compared()
    {
        var report = (Check with { Text = "The doors of the library stuck."u8.ToArray() }).Run(WorkedExample.Link);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("storyprint/text/v2", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_list_is_tried_whole()
    {
        using var older = TestKeys.Create("news.example.org/seal", seed: "older");
        Assert.Equal(0, new SealCheck([Key(older.Verifier, 0), Key(TestKeys.Seal.Verifier, 1)]).Run(WorkedExample.Link).ExitCode);
        Assert.Equal(1, new SealCheck([Key(older.Verifier, 0)]).Run(WorkedExample.Link).ExitCode);
    }

    [Fact]
    public void A_seal_by_a_revoked_key_cannot_be_judged_without_the_log()
    {
        var report = new SealCheck([Key(TestKeys.Seal.Verifier, 0) with { RevokedAtIndex = 1000 }]).Run(WorkedExample.Link);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("revoked by entry 1000", report.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_from_after_its_keys_time_does_not_count() =>
        Assert.Equal(1, new SealCheck([Key(TestKeys.Seal.Verifier, 0) with { Until = WorkedExample.PublishedAt.AddSeconds(-1) }]).Run(WorkedExample.Link).ExitCode);

    private static PublishedKey Key(VerifierKey key, int ordinal) =>
        new() { Role = KeyRole.Seal, Ordinal = ordinal, Key = key, From = WorkedExample.PublishedAt.AddYears(-1) };

    private static string Words(SealReport report) => string.Join('\n', report.Lines);
}
