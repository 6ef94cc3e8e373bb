using System.Text.Json.Serialization;

namespace Storyprint.Stories.Releases;

/// <summary>What a public note on a story stands for. Stored by name; absent means a correction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoteKind>))]
public enum NoteKind
{
    Correction = 0,
    Retraction = 1,
}
