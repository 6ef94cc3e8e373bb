using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Settings;

/// <summary>What became of a change of settings. All of its values are in force, or none.</summary>
public abstract record SettingsOutcome
{
    private SettingsOutcome()
    {
    }

    /// <param name="Changed">The settings that have another value now; none where all had it already.</param>
    public sealed record Done(Publication Publication, IReadOnlyList<SettingKey> Changed) : SettingsOutcome;

    public sealed record Refused(IReadOnlyList<SettingProblem> Problems) : SettingsOutcome;

    /// <summary>Somebody else changed the setting since it was looked at.</summary>
    /// <param name="Newest">What it is now.</param>
    public sealed record Overtaken(SettingVersion Newest) : SettingsOutcome;
}
