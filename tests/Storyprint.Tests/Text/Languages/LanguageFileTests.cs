using System.Text.Json;
using Storyprint.Text.Languages;

namespace Storyprint.Tests.Text.Languages;

public sealed class LanguageFileTests
{
    public static TheoryData<string> Tags => [.. Directory.EnumerateFiles(Repository.Path("src/Storyprint.Text/Languages"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_word_of_a_languages_file_is_found_in_a_text(string tag)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path($"src/Storyprint.Text/Languages/{tag}.json")));
        var language = Language.Of(tag + "-XX");
        Assert.Equal(tag, language.Tag);
        Assert.All(Listed("negations"), word => Assert.True(language.Negations.Contains(Key(word)), word));
        Assert.All(Listed("numbers"), word => Assert.True(language.Numbers.Contains(Key(word)), word));

        string[] Listed(string list) => document.RootElement.GetProperty(list).GetString()!.Split(' ');

        string Key(string word) => Storyprint.Text.Reading.WordKey.Of(word, language).ToLowerInvariant();
    }

    [Fact]
    public void A_language_without_a_file_knows_the_negations_and_numbers_of_all_and_no_two_letters_as_one()
    {
        var language = Language.Of("xx");
        Assert.True(language.Negations.Contains("nikdo") && language.Numbers.Contains("sesenta"));
        Assert.Empty(language.Variants);
        Assert.Empty(language.Grouping);
    }
}
