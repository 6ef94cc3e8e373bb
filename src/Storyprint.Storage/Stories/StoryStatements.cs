namespace Storyprint.Storage.Stories;

/// <summary>The SQL statements of <see cref="StoryWriter"/>; parameters are named like their columns.</summary>
internal static class StoryStatements
{
    public const string NewestId = "SELECT MAX(id) FROM story";

    public const string InsertStory =
        """
        INSERT INTO story (id, status, is_listed, current_revision, release_kind, published_at, updated_at, sort_key, slug, section, kicker, headline, standfirst,
                           bylines, picture_hash, picture_width, picture_height, picture_alt, picture_focus_x, picture_focus_y, source_digest, source_revision,
                           code, edition, time_zone, is_static_page, translation_key, source_id, label)
        VALUES (@id, @status, @is_listed, @revision, @release_kind, @published_at, @updated_at, @sort_key, @slug, @section, @kicker, @headline, @standfirst,
                @bylines, @picture_hash, @picture_width, @picture_height, @picture_alt, @picture_focus_x, @picture_focus_y, @source_digest,
                COALESCE(@source_revision, 0), @code, @edition, @time_zone, @is_static_page, @translation_key, @source_id, @label)
        """;

    // The columns that a release may change without moving the story in lists, so that no index of lists is touched.
    private const string InPlace =
        """
        status = @status, current_revision = @revision, release_kind = @release_kind, published_at = @published_at, updated_at = @updated_at, slug = @slug,
            label = @label, kicker = @kicker, headline = @headline, standfirst = @standfirst, bylines = @bylines, picture_hash = @picture_hash, picture_width = @picture_width,
            picture_height = @picture_height, picture_alt = @picture_alt, picture_focus_x = @picture_focus_x, picture_focus_y = @picture_focus_y,
            source_digest = COALESCE(@source_digest, source_digest), source_revision = COALESCE(@source_revision, source_revision)
        """;

    public const string UpdateInPlace = $"UPDATE story SET {InPlace} WHERE id = @id";

    public const string UpdateStory = $"UPDATE story SET {InPlace}, is_listed = @is_listed, sort_key = @sort_key, section = @section WHERE id = @id";

    public const string InsertRevision =
        """
        INSERT INTO revision (story_id, number, release_kind, released_at, slug, content, text_version, digest, salt, seal, log_index, note, findings, scheduled_for,
                              released_by, released_via, release_reason, correlation_id)
        VALUES (@story_id, @number, @release_kind, @released_at, @slug, @content, @text_version, @digest, @salt, @seal, @log_index, @note, @findings, @scheduled_for,
                @released_by, @released_via, @release_reason, @correlation_id)
        """;

    public const string PreviousIndex = "SELECT log_index FROM revision WHERE story_id = @story_id AND number = @number";

    public const string InsertPicture = "INSERT INTO story_picture (picture_hash, story_id) VALUES (@hash, @story_id) ON CONFLICT (picture_hash, story_id) DO NOTHING";

    public const string InsertNote = "INSERT INTO story_note (edition, released_at, story_id, ordinal) VALUES (@edition, @released_at, @story_id, @ordinal)";

    public const string DeleteNotes = "DELETE FROM story_note WHERE story_id = @story_id";

    public const string WriteDraft =
        """
        INSERT INTO draft (story_id, content, slug, base_revision, changed_at, scheduled_for, scheduled_by, scheduled_via, schedule_reason, schedule_correlation_id)
        VALUES (@story_id, @content, @slug, @base_revision, @changed_at, @scheduled_for, @scheduled_by, @scheduled_via, @schedule_reason, @schedule_correlation_id)
        ON CONFLICT (story_id) DO UPDATE SET content = @content, slug = @slug, base_revision = @base_revision, changed_at = @changed_at,
            scheduled_for = @scheduled_for, scheduled_by = @scheduled_by, scheduled_via = @scheduled_via, schedule_reason = @schedule_reason,
            schedule_correlation_id = @schedule_correlation_id
        """;

    /// <summary>Creates a draft of the last available text where later revisions are lost; an existing draft stays, and only its base revision is raised.</summary>
    public const string RebaseDraft =
        """
        INSERT INTO draft (story_id, content, slug, base_revision, changed_at) SELECT @story_id, @content, slug, @base_revision, @changed_at FROM story WHERE id = @story_id
        ON CONFLICT (story_id) DO UPDATE SET base_revision = @base_revision
        """;

    public const string CountRevision = "UPDATE story SET current_revision = @revision, release_kind = @release_kind WHERE id = @id";

    public static readonly string Hide = $"UPDATE story SET status = {SqlNumbers.Draft}, is_listed = FALSE WHERE id = @id";

    public const string DeleteTopics = "DELETE FROM story_topic WHERE story_id = @story_id";

    public const string DeleteBylines = "DELETE FROM story_byline WHERE story_id = @story_id";

    public const string InsertTopic = $"INSERT INTO story_topic {Listing}";

    public const string InsertByline = $"INSERT INTO story_byline {Listing}";

    public const string InsertTerm = "INSERT INTO term (kind, edition, slug, name) VALUES (@kind, @edition, @slug, @name) ON CONFLICT (kind, edition, slug) DO NOTHING";

    // A draft's section has a name, and is in no list before a story of it is out.
    public const string InsertSection = """
        INSERT INTO term (kind, edition, slug, name)
        VALUES ('section', @edition, @slug,
                COALESCE((SELECT name FROM term WHERE kind = 'section of drafts' AND edition = @edition AND slug = @slug), @name))
        ON CONFLICT (kind, edition, slug) DO NOTHING
        """;

    public const string InsertLegacyUrl = "INSERT INTO legacy_url (path, story_id) VALUES (@path, @story_id) ON CONFLICT (path) DO NOTHING";

    public const string RenameLegacyUrl = "UPDATE legacy_url SET path = @hashed WHERE path = @path";

    // Who released them and when stays with the revisions; the reason may repeat erased words.
    public const string EraseRevisions =
        """
        UPDATE revision SET content = NULL, digest = NULL, salt = NULL, seal = NULL, note = NULL, findings = NULL, slug = '', release_reason = NULL
        WHERE story_id = @story_id AND number < @number
        """;

    public const string DeleteDraft = "DELETE FROM draft WHERE story_id = @story_id";

    public static readonly string EraseStory =
        $"""
        UPDATE story SET status = {SqlNumbers.Withdrawn}, is_listed = FALSE, current_revision = @revision, release_kind = {SqlNumbers.Withdrawal},
            withdrawal_reason = @withdrawal_reason, withdrawn_at = @withdrawn_at, slug = '', section = '', label = NULL, kicker = '', headline = '', standfirst = '', bylines = '',
            picture_hash = NULL, picture_alt = NULL, translation_key = NULL
        WHERE id = @id
        """;

    public static readonly string WithdrawPictures =
        $"""
        UPDATE picture SET withdrawn_at = @withdrawn_at, file_name = NULL WHERE hash IN (SELECT picture_hash FROM story_picture WHERE story_id = @story_id) AND NOT EXISTS (
            SELECT 1 FROM story_picture o JOIN story s ON s.id = o.story_id WHERE o.picture_hash = picture.hash AND s.status <> {SqlNumbers.Withdrawn})
        """;

    /// <summary>After <see cref="WithdrawPictures"/>: what the library says of withdrawn pictures.</summary>
    public const string ForgetPictures =
        """
        DELETE FROM library_picture WHERE hash IN (
            SELECT p.hash FROM picture p JOIN story_picture i ON i.picture_hash = p.hash WHERE i.story_id = @story_id AND p.withdrawn_at IS NOT NULL)
        """;

    /// <summary>Words that the library has from the story, for pictures that stay; what may be done with them is not the story's.</summary>
    public const string ForgetPictureWords =
        "UPDATE library_picture SET title = '', caption = '', alt = '', credit = '', people = '', places = '', keywords = '', words = '', from_story = NULL, is_described = FALSE WHERE from_story = @story_id";

    public const string DeleteComments = "DELETE FROM story_comment WHERE story_id = @story_id";

    public const string DeleteUnusedTopics =
        "DELETE FROM term WHERE kind = 'topic' AND NOT EXISTS (SELECT 1 FROM story_topic t WHERE t.edition = term.edition AND t.slug = term.slug)";

    public const string DeleteUnusedBylines =
        "DELETE FROM term WHERE kind = 'byline' AND NOT EXISTS (SELECT 1 FROM story_byline b WHERE b.edition = term.edition AND b.slug = term.slug)";

    private const string Listing = "(edition, slug, sort_key, story_id) VALUES (@edition, @slug, @sort_key, @story_id)";
}
