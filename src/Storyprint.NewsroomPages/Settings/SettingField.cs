using Storyprint.Stories.Editions.Settings;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>How a setting, or a part of one, is filled in. Its name and what it is for are texts of the newsroom: <c>setting.NAME</c> and <c>setting.NAME.hint</c>.</summary>
/// <param name="Name">The property in JSON.</param>
public abstract record SettingField(string Name)
{
    /// <param name="Rows">More than one for a text of several lines.</param>
    /// <param name="Direction">Of what is typed: that of its first letter, or of an address.</param>
    public sealed record Text(string Name, int Rows = 1, string Direction = "auto") : SettingField(Name);

    public sealed record Number(string Name) : SettingField(Name);

    public sealed record Flag(string Name) : SettingField(Name);

    /// <param name="Values">The words in JSON, whose names are <c>setting.NAME.VALUE</c>.</param>
    public sealed record OneOf(string Name, IReadOnlyList<string> Values) : SettingField(Name);

    /// <summary>A text a line.</summary>
    public sealed record Lines(string Name, string Direction = "auto") : SettingField(Name);

    /// <summary>A text a line and what it means, <c>text = meaning</c>; an object in JSON.</summary>
    public sealed record Pairs(string Name) : SettingField(Name);

    /// <summary>A small picture, kept as a <c>data:</c> address.</summary>
    public sealed record Picture(string Name) : SettingField(Name);

    /// <summary>Several fields that are one setting.</summary>
    /// <param name="IsOptional">Whether nothing filled in means that there is none.</param>
    public sealed record Group(string Name, IReadOnlyList<SettingField> Fields, bool IsOptional = false) : SettingField(Name);

    /// <summary>A list in an order that counts, an item a row.</summary>
    public sealed record Items(string Name, IReadOnlyList<SettingField> Fields) : SettingField(Name);

    /// <summary>The key of the setting.</summary>
    /// <param name="language">The edition it is of; null for a setting of the whole publication.</param>
    public SettingKey KeyOf(string? language) => language is null ? SettingKey.Of(Name) : SettingKey.Of(language, Name);
}
