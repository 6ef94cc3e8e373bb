namespace Storyprint.Stories.Editions.Settings;

/// <summary>Why a setting cannot be used as it is: a sentence that every language of the interface has, and what stands in its places.</summary>
/// <param name="Values">Texts, and whole numbers as <see cref="long"/>.</param>
public sealed record SettingProblem(SettingKey Key, ProblemText Text, params IReadOnlyList<object> Values)
{
    /// <summary>What is wrong and what to do, in English, for whoever typed it.</summary>
    public string Sentence => Text.Write(Text.English, Values);

    public bool Equals(SettingProblem? other) => other is not null && Key == other.Key && Sentence == other.Sentence;

    public override int GetHashCode() => HashCode.Combine(Key, Sentence);
}
