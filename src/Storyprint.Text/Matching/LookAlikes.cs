namespace Storyprint.Text.Matching;

/// <summary>
/// Letters of other scripts that look like Latin ones, as in Unicode's confusables (UTS #39): a word in which one letter was replaced by another script's is
/// still recognised, and what was done to it can be named.
/// </summary>
public static class LookAlikes
{
    /// <summary>The Latin letter that a small letter of another script looks like, also where only the capitals do; other characters as they are.</summary>
    public static char Latin(char letter) => letter < '\u0250' ? letter : letter switch
    {
        'а' or 'α' or 'ɑ' => 'a',
        'в' or 'β' => 'b',
        'с' or 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' or 'ε' => 'e',
        'ɡ' => 'g',
        'һ' or 'н' or 'η' or 'հ' => 'h',
        'і' or 'ι' or 'ӏ' => 'i',
        'ј' => 'j',
        'к' or 'κ' => 'k',
        'м' or 'μ' => 'm',
        'ո' => 'n',
        'о' or 'ο' or 'օ' => 'o',
        'р' or 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' or 'τ' => 't',
        'ս' => 'u',
        'ν' => 'v',
        'ԝ' => 'w',
        'х' or 'χ' => 'x',
        'у' or 'υ' => 'y',
        'ζ' => 'z',
        _ => letter,
    };

    /// <summary>Whether two different words look alike: letter for letter the same, or one like the other in another script.</summary>
    public static bool AreAlike(string one, string other) => one != other && one.Length == other.Length && Skeleton(one) == Skeleton(other);

    private static string Skeleton(string word) => string.Create(word.Length, word, static (letters, text) =>
    {
        for (var index = 0; index < letters.Length; index++)
        {
            letters[index] = Latin(char.ToLowerInvariant(text[index]));
        }
    });
}
