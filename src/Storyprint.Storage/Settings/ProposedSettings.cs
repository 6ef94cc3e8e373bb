namespace Storyprint.Storage.Settings;

/// <summary>A change of settings that is to be decided on.</summary>
/// <param name="Before">The settings in force.</param>
/// <param name="After">What they would be together.</param>
/// <param name="HasLog">Whether the log has begun: it bears the host's name for ever.</param>
public sealed record ProposedSettings(StoredSettings Before, StoredSettings After, bool HasLog);
