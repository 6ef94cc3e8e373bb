using Storyprint.Formats.Dates;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Reads what a file says about being public, in the fields of the various site generators.</summary>
internal static class MarkdownVisibility
{
    // The first that is given is when it was published; the latest of all says when it may be.
    private static readonly string[] Dates =
    [
        "date", "published_at", "publishDate", "pubDate", "published", "publish", "publish_date", "pub_date", "publishedAt", "publishedDate", "published_date", "published_on", "datePublished",
        "date_published", "release_date", "releaseDate", "publish_at", "publishAt", "publish_on", "publishOn", "scheduled", "scheduled_for", "scheduled_at", "scheduledAt", "schedule",
        "embargo", "embargo_until", "embargoUntil", "embargoed_until", "embargo_date", "embargoDate", "embargoed", "go_live", "goLive", "go_live_date", "available_from", "visible_from",
    ];

    private static readonly string[] LastResort = ["created", "created_at", "createdAt"];

    private static readonly string[] Expiries =
    [
        "expiryDate", "expiry_date", "expiry", "expires", "expires_at", "expires_on", "expire", "expirationDate", "expiration_date", "expiration", "unpublishDate", "unpublish_date",
        "unpublish_at", "unpublish_on", "valid_until", "remove_at", "offline_at", "visible_until", "available_until",
    ];

    private static readonly string[] HiddenWhenTrue =
    [
        "draft", "drafts", "isDraft", "is_draft", "unpublished", "private", "isPrivate", "is_private", "hidden", "unlisted", "headless", "wip", "secret", "confidential", "internal", "embargo",
        "embargoed", "deleted", "expired", "trashed", "eleventyExcludeFromCollections",
    ];

    private static readonly string[] HiddenWhenFalse =
    [
        "published", "publish", "isPublished", "is_published", "public", "isPublic", "is_public", "visible", "listed", "live", "permalink", "output", "render",
    ];

    // Other values of these are addresses, not states.
    private static readonly HashSet<string> Addresses = ["permalink", "output", "render"];

    public static StatedVisibility Read(Fields fields, MarkdownFileName name, Edition edition, ImportOptions options)
    {
        var against = new List<string>();
        var dates = Read(Dates, fields, edition, options, against).ToList();
        var expiries = Read(Expiries, fields, edition, options, against).ToList();
        var first = dates.Count > 0 ? dates[0] : Otherwise(fields, name, edition, options, against);
        Flags(fields, edition, against);
        if (name.IsHidden)
        {
            against.Add("Its path says that it was not published");
        }

        return new StatedVisibility
        {
            States = [.. States(fields, name)],
            PublishedAt = dates.Count > 0 && dates.Max() is var latest && latest > options.Clock.GetUtcNow() ? latest : first,
            ExpiresAt = expiries.Count > 0 ? expiries.Min() : null,
            Against = against,
        };
    }

    /// <summary>The date that it gives for its publication.</summary>
    /// <param name="against">Is told of dates that cannot be read, or that could be two.</param>
    public static DateTimeOffset? FirstDate(Fields fields, MarkdownFileName name, Edition edition, ImportOptions options, List<string> against) =>
        Read(Dates, fields, edition, options, against).Select(date => (DateTimeOffset?)date).FirstOrDefault() ?? Otherwise(fields, name, edition, options, against);

    private static DateTimeOffset? Otherwise(Fields fields, MarkdownFileName name, Edition edition, ImportOptions options, List<string> against) =>
        LooseDate.Read(name.Day, edition)?.At ?? Read(LastResort, fields, edition, options, against).Select(date => (DateTimeOffset?)date).FirstOrDefault();

    private static IEnumerable<string> States(Fields fields, MarkdownFileName name)
    {
        foreach (var field in (string[])["status", "state", "post_status", "visibility", "access"])
        {
            yield return fields.Text(field).ToLowerInvariant();
        }

        if (name.IsDraft || fields.Flag("draft") == true || fields.Flag("published") == false || fields.Flag("publish") == false)
        {
            yield return "draft";
        }
    }

    private static void Flags(Fields fields, Edition edition, List<string> against)
    {
        foreach (var (field, hides) in HiddenWhenTrue.Select(field => (field, true)).Concat(HiddenWhenFalse.Select(field => (field, false))))
        {
            var said = fields.Peek(field);
            var flag = Fields.IsTrue(said);
            if (said.Length == 0 || (flag is null && (Addresses.Contains(field) || Dates.Contains(field) || LooseDate.Read(said, edition) is not null)))
            {
                continue;
            }

            fields.Take(field);
            if (flag is null)
            {
                against.Add($"Its field “{field}” says “{ImportWarnings.Short(said)}”, which is not known here");
            }
            else if (flag == hides && field is not ("draft" or "published" or "publish"))
            {
                against.Add($"Its field “{field}” says “{ImportWarnings.Short(said)}”");
            }
        }

        foreach (var field in (string[])["password", "protected"])
        {
            if (fields.Take(field) is { } value && fields.Flag(field) != false && value is not string { Length: 0 })
            {
                against.Add("It was behind a password");
            }
        }

        foreach (var field in (string[])["build", "_build"])
        {
            Build(fields, field, against);
        }
    }

    // Hugo's: a page that is not rendered has no address, and one that is in no list is found by nobody.
    private static void Build(Fields fields, string field, List<string> against)
    {
        var value = fields.Take(field);
        var said = value as Dictionary<string, object> is { } map
            ? ((string[])["render", "list"]).Select(key => (Key: $"{field}.{key}", Word: map.GetValueOrDefault(key) as string ?? string.Empty))
            : [(field, value as string ?? string.Empty)];
        foreach (var (key, word) in said.Where(part => part.Word.Length > 0 && part.Word.ToUpperInvariant() is not ("ALWAYS" or "TRUE" or "LOCAL")))
        {
            against.Add($"Its field “{key}” says “{ImportWarnings.Short(word)}”");
        }
    }

    // A date that cannot be read may lie in the future.
    private static IEnumerable<DateTimeOffset> Read(string[] names, Fields fields, Edition edition, ImportOptions options, List<string> against)
    {
        foreach (var name in names)
        {
            var value = fields.Take(name);
            var text = fields.Text(name);
            if (value is null || Fields.IsTrue(text) is not null)
            {
                continue;
            }

            if (LooseDate.Read(text, edition, options.DateOrder) is { } date)
            {
                if (date.Doubt(text, edition) is { } doubt)
                {
                    against.Add(doubt);
                }

                yield return date.At;
            }
            else
            {
                against.Add($"The date “{ImportWarnings.Short(text)}” in the field “{name}” cannot be read");
            }
        }
    }
}
