using System.Text.Json;
using Storyprint.Newsroom.Settings;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.NewsroomPages.Front;

/// <summary>The arrangement of an edition's front page while an editor works on it: kept as a draft until it is shown to readers.</summary>
/// <param name="Arrangement">The draft, or what readers see where there is none.</param>
/// <param name="IsDraft">Whether it differs from what readers see.</param>
/// <param name="Seen">The position of the settings when it was read.</param>
public sealed record FrontDesk(Edition Edition, FrontArrangement Arrangement, bool IsDraft, long Seen)
{
    private SettingKey Draft => SettingKey.Of(Edition.Language, SettingKey.FrontDraft);

    private SettingKey Shown => SettingKey.Of(Edition.Language, "frontPage");

    public static async Task<FrontDesk> ReadAsync(SettingsStore store, Edition edition, DateTimeOffset now, CancellationToken cancellation)
    {
        var settings = await store.CurrentAsync(cancellation);
        var draft = Arranged(settings.All.GetValueOrDefault(SettingKey.Of(edition.Language, SettingKey.FrontDraft))?.Value);
        var shown = Arranged(settings.All.GetValueOrDefault(SettingKey.Of(edition.Language, "frontPage"))?.Value);
        return new FrontDesk(edition, (draft ?? shown ?? new FrontArrangement()).Current(now), draft is not null, settings.Position);
    }

    /// <summary>Keeps an arrangement that no reader sees yet.</summary>
    public Task<SettingsOutcome> KeepAsync(SettingsStore store, ReleaseContext by, FrontArrangement arrangement, CancellationToken cancellation) =>
        new ChangeSettings(store).RunAsync(by, [new SettingChange(Draft, Json(arrangement)) { Seen = Seen }], cancellation);

    /// <summary>Shows the draft to readers, on every node at once.</summary>
    public Task<SettingsOutcome> ShowAsync(SettingsStore store, ReleaseContext by, CancellationToken cancellation) =>
        new ChangeSettings(store).RunAsync(by, [new SettingChange(Shown, Json(Arrangement)) { Seen = Seen }, new SettingChange(Draft, "null")], cancellation);

    /// <summary>Throws the draft away.</summary>
    public Task<SettingsOutcome> DiscardAsync(SettingsStore store, ReleaseContext by, CancellationToken cancellation) =>
        new ChangeSettings(store).RunAsync(by, [new SettingChange(Draft, "null")], cancellation);

    private static FrontArrangement? Arranged(string? json) => json is null ? null : JsonSerializer.Deserialize(json, PublicationJson.Default.FrontArrangement);

    private static string Json(FrontArrangement arrangement) => JsonSerializer.Serialize(arrangement, PublicationJson.Default.FrontArrangement);
}
