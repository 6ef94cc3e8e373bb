using System.Text.Json.Serialization;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>The shapes of values that no property of a publication has.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>), TypeInfoPropertyName = "ListOfTexts")]
internal sealed partial class SettingValues : JsonSerializerContext;
