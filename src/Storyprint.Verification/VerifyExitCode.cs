namespace Storyprint.Verification;

/// <summary>The exit codes of <c>verify</c> and <c>verify-seal</c>. Scripts depend on them: a code keeps its meaning.</summary>
public static class VerifyExitCode
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>Damage was found.</summary>
    public const int Damage = 1;

    /// <summary>Something could not be checked, and no damage was found. Also what a mistyped command ends with: nothing was checked.</summary>
    public const int NotChecked = 2;

    /// <summary>The exit code of a check, from its gravest finding.</summary>
    internal static int From(Findings findings) => findings.Counts.Select(count => count.Kind.Severity).DefaultIfEmpty(Severity.Notice).Max() switch
    {
        Severity.Damage => Damage,
        Severity.Unchecked => NotChecked,
        _ => Good,
    };
}
