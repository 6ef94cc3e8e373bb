using System.Globalization;

namespace Storyprint.Tests.Operations.Doctor;

/// <summary>One edit of the database by hand, and how the doctor must name it.</summary>
/// <param name="Sql">In the words of both engines; <c>{ferry}</c>, <c>{retracted}</c>, <c>{withdrawn}</c>, <c>{library}</c> stand for the ids of stories.</param>
/// <param name="Point">Of the finding.</param>
/// <param name="Words">What the finding's sentence must say.</param>
public sealed record EditByHand(string Name, string Sql, string Point, string Words)
{
    private const string Sealed = "stored text";
    private const string Derived = "derived data";

    public bool IsDerived => Point == Derived;

    public static IReadOnlyList<EditByHand> All { get; } =
    [
        new("words in a text", "UPDATE revision SET content = replace(content, '112', '912') WHERE story_id = {ferry} AND number = 3", Sealed, "not the text that was logged"),
        new("words in an old revision", "UPDATE revision SET content = replace(content, '120', '620') WHERE story_id = {ferry} AND number = 1", Sealed, "not the text that was logged"),
        new("words and digest", "UPDATE revision SET content = replace(content, '112', '912'), digest = {bytes32} WHERE story_id = {ferry} AND number = 3", Sealed, "what the log holds"),
        new("a correction note", "UPDATE revision SET content = replace(content, 'It said 130', 'It said 131') WHERE story_id = {ferry} AND number = 3", Sealed, "not the text that was logged"),
        new("a note's date", "UPDATE revision SET content = replace(content, '\"at\":\"20', '\"at\":\"19') WHERE story_id = {ferry} AND number = 3", Sealed, "another date or kind"),
        new("a note's kind", "UPDATE revision SET content = replace(content, '\"kind\":\"Retraction\"', '\"kind\":\"Correction\"') WHERE story_id = {retracted} AND number = 2", Sealed, "another date or kind"),
        new("a text that is no content", "UPDATE revision SET content = 'words' WHERE story_id = {ferry} AND number = 3", Sealed, "cannot be read"),
        new("a text taken out", "UPDATE revision SET content = NULL, digest = NULL, salt = NULL, seal = NULL WHERE story_id = {ferry} AND number = 1", Sealed, "text is missing"),
        new("a salt", "UPDATE revision SET salt = {bytes16} WHERE story_id = {ferry} AND number = 3", Sealed, "what the log holds"),
        new("a salt of another length", "UPDATE revision SET salt = {bytes32} WHERE story_id = {ferry} AND number = 3", Sealed, "salt is missing or damaged"),
        new("a digest", "UPDATE revision SET digest = {bytes32} WHERE story_id = {ferry} AND number = 3", Sealed, "digest is not that of its content"),
        new("a seal taken out", "UPDATE revision SET seal = NULL WHERE story_id = {ferry} AND number = 3", Sealed, "seal is missing"),
        new("another revision's seal", "UPDATE revision SET seal = (SELECT seal FROM revision WHERE story_id = {library} AND number = 1) WHERE story_id = {ferry} AND number = 3", Sealed, "seal is by no key"),
        new("a revision's kind", "UPDATE revision SET release_kind = 2 WHERE story_id = {ferry} AND number = 3", Sealed, "stored as Update; the log has Correction"),
        new("a revision's time", "UPDATE revision SET released_at = released_at - 86400000 WHERE story_id = {ferry} AND number = 2", Sealed, "stored as released at"),
        new("a revision taken out", "DELETE FROM revision WHERE story_id = {ferry} AND number = 2", Sealed, "table of revisions does not"),
        new("the newest revision taken out", "DELETE FROM revision WHERE story_id = {ferry} AND number = 3", Sealed, "table of revisions does not"),
        new("a revision's place in the log", "UPDATE revision SET log_index = 9999 WHERE story_id = {ferry} AND number = 2", Sealed, "no revision as entry 9999"),
        new("a story's code", "UPDATE story SET code = '99990' WHERE id = {ferry}", Sealed, "of the log is of"),
        new("a story's edition", "UPDATE story SET edition = 'fa' WHERE id = {ferry}", Sealed, "language is not that of its entry"),
        new("words put back after a withdrawal", "UPDATE revision SET content = (SELECT content FROM revision WHERE story_id = {ferry} AND number = 1) WHERE story_id = {withdrawn} AND number = 1", Sealed, "text is still there"),
        new("what the log's entry says", "UPDATE log_entry SET bytes = {bytes32} WHERE log_index = 2", Sealed, "log_hash"),
        new("a hash of the log", "UPDATE log_hash SET hash = {bytes32} WHERE node_id = 1", Sealed, "is not that of the entries"),
        new("a hash of the log taken out", "DELETE FROM log_hash WHERE node_id = 2", Sealed, "is missing"),
        new("a key's time", "UPDATE log_key SET valid_from = valid_from - 60 WHERE role = 'seal'", Sealed, "log_key"),
        new("an imported story's date", "UPDATE story SET published_at = published_at - 86400000 WHERE id = {library}", Sealed, "what the import read"),
        new("an imported story made a page", "UPDATE story SET is_static_page = {true}, is_listed = {false} WHERE id = {library}", Sealed, "what the import read"),
        new("an imported story's alternative words", "UPDATE revision SET content = replace(content, 'Books', 'Crime') WHERE story_id = {library} AND number = 1", Sealed, "what the import read"),
        new("an old address", "UPDATE legacy_url SET path = 'mayor-is-a-thief' WHERE story_id = {library}", Sealed, "address that it had before"),
        new("an update's sentence on another release", "UPDATE revision SET note = 'All is well.' WHERE story_id = {ferry} AND number = 1", Sealed, "public note of an update"),
        new("a retraction taken back", "UPDATE story SET status = 4 WHERE id = {retracted}", Derived, "story.status is 4"),
        new("a story hidden", "UPDATE story SET status = 0, is_listed = {false} WHERE id = {ferry}", Derived, "story.status is 0"),
        new("a withdrawal taken back", "UPDATE story SET status = 4 WHERE id = {withdrawn}", Derived, "story.status is 4"),
        new("a headline in lists", "UPDATE story SET headline = 'Mayor is a thief' WHERE id = {ferry}", Derived, "story.headline is “Mayor is a thief”"),
        new("a kicker in lists", "UPDATE story SET kicker = 'Scandal' WHERE id = {ferry}", Derived, "story.kicker"),
        new("a standfirst in lists", "UPDATE story SET standfirst = 'He did it.' WHERE id = {ferry}", Derived, "story.standfirst"),
        new("an author in lists", "UPDATE story SET bylines = 'Somebody Else' WHERE id = {ferry}", Derived, "story.bylines"),
        new("a section", "UPDATE story SET section = 'sea' WHERE id = {ferry}", Derived, "story.section"),
        new("a slug", "UPDATE story SET slug = 'mayor-is-a-thief' WHERE id = {ferry}", Derived, "story.slug"),
        new("a picture in lists", "UPDATE story SET picture_alt = 'The mayor' WHERE id = {ferry}", Derived, "story.picture_alt"),
        new("a date of publication", "UPDATE story SET published_at = published_at - 86400000 WHERE id = {ferry}", Derived, "story.published_at"),
        new("a date of update", "UPDATE story SET updated_at = NULL WHERE id = {ferry}", Derived, "story.updated_at is nothing"),
        new("a place in lists", "UPDATE story SET sort_key = sort_key + 67108864 WHERE id = {ferry}", Derived, "story.sort_key"),
        new("an older revision made current", "UPDATE story SET current_revision = 2, release_kind = 2 WHERE id = {ferry}", Derived, "story.current_revision is 2"),
        new("a story left out of lists", "UPDATE story SET is_listed = {false} WHERE id = {ferry}", Derived, "story.is_listed"),
        new("a story taken from a topic", "DELETE FROM story_topic WHERE story_id = {ferry}", Derived, "story_topic"),
        new("a story given to another author", "UPDATE story_byline SET slug = 'somebody-else' WHERE story_id = {ferry}", Derived, "story_byline"),
        new("a note taken from the list of corrections", "DELETE FROM story_note WHERE story_id = {ferry}", Derived, "story_note"),
        new("a topic's name", "UPDATE term SET name = 'Thieves' WHERE kind = 'topic' AND slug = 'ferries'", Derived, "“Thieves”"),
        new("a topic's name taken out", "DELETE FROM term WHERE kind = 'topic' AND slug = 'ferries'", Derived, "name is missing"),
        new("a story taken from search", "{delete search of ferry}", Derived, "full text"),
        new("a story found by other words", "{delete search of ferry}; {insert search of ferry}", Derived, "full text"),
        new("a row of the full text without a story", "{insert stray search}", Derived, "no listed story"),
        new("a picture taken from its story", "DELETE FROM story_picture WHERE story_id = {ferry}", Derived, "story_picture"),
    ];

    public string For(bool isPostgres, EditedStories ids)
    {
        var (key, none, row) = isPostgres ? ("sort_key", "''::tsvector", "(sort_key, words)") : ("rowid", "'thief'", "(rowid, headline)");
        var of = $"(SELECT sort_key FROM story WHERE id = {ids.Ferry})";
        return Sql
            .Replace("{delete search of ferry}", $"DELETE FROM search WHERE {key} = {of}", StringComparison.Ordinal)
            .Replace("{insert search of ferry}", $"INSERT INTO search {row} VALUES ({of}, {none})", StringComparison.Ordinal)
            .Replace("{insert stray search}", $"INSERT INTO search {row} VALUES (77, {none})", StringComparison.Ordinal)
            .Replace("{ferry}", Id(ids.Ferry), StringComparison.Ordinal).Replace("{retracted}", Id(ids.Retracted), StringComparison.Ordinal)
            .Replace("{withdrawn}", Id(ids.Withdrawn), StringComparison.Ordinal).Replace("{library}", Id(ids.Library), StringComparison.Ordinal)
            .Replace("{bytes32}", Bytes(32, isPostgres), StringComparison.Ordinal).Replace("{bytes16}", Bytes(16, isPostgres), StringComparison.Ordinal)
            .Replace("{true}", isPostgres ? "TRUE" : "1", StringComparison.Ordinal).Replace("{false}", isPostgres ? "FALSE" : "0", StringComparison.Ordinal);
    }

    public override string ToString() => Name;

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Bytes(int count, bool isPostgres) => isPostgres ? $"'\\x{new string('5', count * 2)}'::bytea" : $"x'{new string('5', count * 2)}'";
}

/// <summary>Ids of the stories of an <see cref="EditedPublication"/>.</summary>
public sealed record EditedStories(long Ferry, long Retracted, long Withdrawn, long Library);
