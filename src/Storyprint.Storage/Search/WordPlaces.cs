using System.Globalization;
using System.Text;

namespace Storyprint.Storage.Search;

/// <summary>
/// Folded words with their places as PostgreSQL's tsvector takes them, made here and not by the server, whose own parser would split them by its
/// locale. It has limits that a long story meets: 16,383 places, 255 of them a word, 2 KB a word, 1 MB in all. What goes beyond is noticed, so that
/// phrases are sought in the words themselves.
/// </summary>
internal sealed class WordPlaces
{
    private const int LastPlace = 16_383;
    private const int MostPlaces = 255;
    private const int MostBytes = 900_000;

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private int place;
    private int bytes;

    /// <summary>Whether places were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The part of a word that counts, the same where it is written and where it is asked.</summary>
    public static string Counted(string word) => word.Length <= MostLetters ? word : word[..(char.IsHighSurrogate(word[MostLetters - 1]) ? MostLetters - 1 : MostLetters)];

    private const int MostLetters = 500;

    /// <summary>Takes the words of a field. No phrase reaches over its end.</summary>
    /// <param name="weight">A to D.</param>
    public void Add(string field, char weight)
    {
        foreach (var range in field.AsSpan().Split(' '))
        {
            if (field.AsSpan(range) is { Length: > 0 } word)
            {
                Take(word, weight);
            }
        }

        place++;
    }

    public override string ToString()
    {
        var text = new StringBuilder(bytes);
        foreach (var (form, word) in words)
        {
            text.Append('\'').Append(form.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)).Append('\'');
            text.Append(word.Places).Append(' ');
        }

        return text.ToString();
    }

    private void Take(ReadOnlySpan<char> letters, char weight)
    {
        place++;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var counted = letters.Length <= MostLetters ? letters : Counted(letters.ToString());
        if (!lookup.TryGetValue(counted, out var word))
        {
            bytes += Encoding.UTF8.GetByteCount(counted) + 8;
            if (bytes > MostBytes)
            {
                IsCut = true;
                return;
            }

            lookup[counted] = word = new Word();
        }

        if (place > LastPlace || word.Count == MostPlaces)
        {
            IsCut = true;
            return;
        }

        // D is what a place has that bears no letter.
        word.Places.Append(word.Count++ == 0 ? ':' : ',').Append(CultureInfo.InvariantCulture, $"{place}");
        if (weight != 'D')
        {
            word.Places.Append(weight);
        }

        bytes += 2;
    }

    private sealed class Word
    {
        public StringBuilder Places { get; } = new();

        public int Count { get; set; }
    }
}
