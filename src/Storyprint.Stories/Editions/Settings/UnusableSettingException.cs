namespace Storyprint.Stories.Editions.Settings;

/// <summary>Thrown where a publication's settings are read and one of them cannot be used.</summary>
public sealed class UnusableSettingException(SettingProblem problem) : InvalidOperationException(problem.Sentence)
{
    public SettingProblem Problem { get; } = problem;
}
