using Storyprint.Verification;

namespace Storyprint.Tests.Verification;

public sealed class VerifyExitCodeTests
{
    [Fact]
    public void The_gravest_finding_decides()
    {
        var findings = new Findings();
        Assert.Equal(VerifyExitCode.Good, VerifyExitCode.From(findings));
        findings.Add(Kind(Severity.Notice), "a", "Good to know.");
        Assert.Equal(VerifyExitCode.Good, VerifyExitCode.From(findings));
        findings.Add(Kind(Severity.Unchecked), "b", "Could not be read.");
        Assert.Equal(VerifyExitCode.NotChecked, VerifyExitCode.From(findings));
        findings.Add(Kind(Severity.Damage), "c", "Was changed.");
        findings.Add(Kind(Severity.Unchecked), "d", "Could not be read either.");
        Assert.Equal(VerifyExitCode.Damage, VerifyExitCode.From(findings));
    }

    [Fact]
    public void Codes_that_scripts_depend_on_stay() => Assert.Equal((0, 1, 2), (VerifyExitCode.Good, VerifyExitCode.Damage, VerifyExitCode.NotChecked));

    private static FindingKind Kind(Severity severity) => new(severity.ToString(), severity, "title", "meaning", "advice");
}
