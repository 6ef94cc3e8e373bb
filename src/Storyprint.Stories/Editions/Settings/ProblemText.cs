using System.Globalization;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>
/// A sentence about a setting that cannot be used: here in English, in the other languages of the interface below <c>problem.WORD</c>. There are no others than these, and a
/// test holds every language against them, so that no refusal is written in one language only.
/// </summary>
public sealed record ProblemText
{
    private static readonly List<ProblemText> Known = [];

    private ProblemText(string word, string english)
    {
        (Word, English) = (word, english);
        Known.Add(this);
    }

    public static ProblemText StoryCode { get; } = new("story-code", "“{0}” is no story code; it has digits only.");

    public static ProblemText FrontPlace { get; } = new("front-place", "There is no place {0} {1} for the story {2}.");

    public static ProblemText FrontSection { get; } = new("front-section", "The story {0} stands in the block of the section “{1}”, which this edition does not name.");

    public static ProblemText FrontStoryTwice { get; } = new("front-story-twice", "The story {0} stands in two places; take it out of one.");

    public static ProblemText FrontPlaceTwice { get; } = new("front-place-twice", "The stories {0} stand in the same place; move one.");

    public static ProblemText TermName { get; } = new("term-name", "“{0}” needs a name of at most {1} characters.");

    public static ProblemText TermSlug { get; } = new("term-slug", "“{0}” cannot be part of an address; “{1}” can.");

    public static ProblemText TermFormer { get; } = new("term-former", "“{0}” had {1} other names; at most {2} are kept.");

    public static ProblemText TermTwice { get; } = new("term-twice", "The address “{0}” would lead to {1}; one of them must give it up.");

    public static ProblemText SectionElsewhere { get; } = new("section-elsewhere", "The section “{0}” was given another address in the edition {1}; give it the same one in {2}.");

    public static ProblemText ProfileWords { get; } = new("profile-words", "The words about {0} have {1} characters; at most {2} fit.");

    public static ProblemText ProfileContact { get; } = new("profile-contact", "The contact of {0} must be a mail address, or an address that begins with https://.");

    public static ProblemText Language { get; } = new("language", "“{0}” is no language; use a tag such as en or fa.");

    public static ProblemText Portrait { get; } = new("portrait", "The portrait of {0}: it must be a PNG, JPEG or WebP picture of at most {1} kilobytes.");

    public static ProblemText Logo { get; } = new("logo", "The logo: it must be a PNG, JPEG or WebP picture of at most {0} kilobytes.");

    public static ProblemText Icon { get; } = new("icon", "The icon: it must be a PNG, JPEG or WebP picture of at most {0} kilobytes.");

    public static ProblemText NewsroomAddress { get; } = new("newsroom-address", "The address of the newsroom “{0}” must be like https://desk.example.org, without a path.");

    public static ProblemText Provider { get; } = new("provider", "The provider “{0}” must be an address that begins with https://.");

    public static ProblemText ProviderClient { get; } = new("provider-client", "The provider knows this newsroom by a client id; name it.");

    public static ProblemText ProviderRole { get; } = new("provider-role", "“{0}” is no role; there are {1}.");

    public static ProblemText EditionName { get; } = new("edition-name", "The edition {0} needs a name of at most {1} characters.");

    public static ProblemText TextLength { get; } = new("text-length", "This text has {0} characters; at most {1} fit.");

    public static ProblemText TimeZone { get; } = new("time-zone", "The time zone “{0}” of the edition {1} is not known here; use a name like Europe/Copenhagen.");

    public static ProblemText LinkCount { get; } = new("link-count", "There are {0} links; at most {1} fit.");

    public static ProblemText Link { get; } = new("link", "The link “{0}” needs a name, and leads to a path such as /en/about or to an address with https; “{1}” is neither.");

    public static ProblemText Colour { get; } = new("colour", "“{0}” is no colour; write it like #8f1d1d.");

    public static ProblemText ContrastOnLight { get; } = new("contrast-on-light", "{0} on the light page has a contrast of {1}; small words need {2}. Take a darker shade.");

    public static ProblemText ContrastOnDark { get; } = new("contrast-on-dark", "{0} on the dark page has a contrast of {1}; small words need {2}. Take a lighter shade.");

    public static ProblemText AccentShades { get; } = new("accent-shades", "The accent colour needs two shades: one for light pages and one for dark ones.");

    public static ProblemText MailHost { get; } = new("mail-host", "“{0}” is no host; the mail server is named like mail.example.org.");

    public static ProblemText MailPort { get; } = new("mail-port", "{0} is no port; mail servers take 465 or 587.");

    public static ProblemText MailFrom { get; } = new("mail-from", "Mail needs an address that it comes from, such as news@example.org; “{0}” is none.");

    public static ProblemText Address { get; } = new("address", "The address “{0}” must be like https://news.example.org, without a path.");

    public static ProblemText Contact { get; } = new("contact", "The contact “{0}” must be a mail address, or an address that begins with https://.");

    public static ProblemText NoEdition { get; } = new("no-edition", "A publication has at least one edition; name its language, such as en.");

    public static ProblemText EditionLanguage { get; } = new("edition-language", "“{0}” cannot be the language of an edition; use a tag such as en, fa or pt-BR.");

    public static ProblemText EditionTwice { get; } = new("edition-twice", "The edition “{0}” is named twice; take one away.");

    public static ProblemText EditionNeedsName { get; } = new("edition-needs-name", "Before it can begin, the edition {0} needs a name: set editions.{0}.name, together with this or first.");

    public static ProblemText TrustTxt { get; } = new("trust-txt", "Each line of trust.txt is like member=https://news.example.org; there are at most {0}.");

    public static ProblemText CacheSize { get; } = new("cache-size", "{0} megabytes cannot be kept: give a number from 1 to {1}, or one below 0 to keep none; 24 do for most publications.");

    public static ProblemText CdnHeader { get; } = new("cdn-header", "“{0}” cannot be the name of a header; use one such as Surrogate-Key.");

    public static ProblemText WitnessParts { get; } = new("witness-parts", "A witness has a name, a vkey and a url.");

    public static ProblemText WitnessQuorum { get; } = new("witness-quorum", "{0} witnesses cannot be required of {1}; name more witnesses or require fewer.");

    public static ProblemText WitnessTwice { get; } = new("witness-twice", "Two witnesses have the same name or the same key: one witness would count twice.");

    public static ProblemText WitnessName { get; } = new("witness-name", "A witness's name is made of letters, digits, hyphens and dots, and '{0}' is not.");

    public static ProblemText WitnessKey { get; } = new("witness-key", "The vkey of the witness {0} cannot be used: {1}");

    public static ProblemText WitnessKeyKind { get; } = new("witness-key-kind", "The vkey of the witness {0} cannot be used: it is not the key of a cosigner (type 0x04).");

    public static ProblemText WitnessUrl { get; } = new("witness-url", "The url of the witness {0} must begin with https:// and have no query.");

    public static ProblemText RedirectFrom { get; } = new("redirect-from", "redirects[{0}]: “{1}” must be a path such as /about.html, or one with a star at its end, /blog/*.");

    public static ProblemText RedirectTo { get; } = new("redirect-to", "redirects[{0}]: “{1}” must be a path such as /en/about, or an address with https.");

    public static ProblemText RedirectTwice { get; } = new("redirect-twice", "redirects[{0}]: “{1}” is redirected twice.");

    public static ProblemText RedirectCircle { get; } = new("redirect-circle", "redirects lead in a circle, beginning with “{0}”.");

    public static ProblemText ListGap { get; } = new("list-gap", "The value of {0} has a list with nothing in one of its places.");

    public static ProblemText Unreadable { get; } = new("unreadable", "The value of {0} cannot be read: {1}");

    public static ProblemText OneOf { get; } = new("one-of", "“{0}” is not possible for {1}; there are {2}.");

    public static ProblemText Shape { get; } = new("shape", "The value of {0} cannot be read: it has the wrong shape at {1}.");

    public static ProblemText NoPublication { get; } = new("no-publication", "The settings make no publication: {0}");

    public static ProblemText Host { get; } = new("host", "The log of this publication belongs to {0}, and keeps that name for ever; the host cannot become {1}.");

    public static IReadOnlyList<ProblemText> All => Known;

    /// <summary>The name of the sentence in other languages.</summary>
    public string Word { get; }

    /// <summary>With <c>{0}</c>, <c>{1}</c> … where values stand.</summary>
    public string English { get; }

    /// <summary>The sentence of a language with its values. A value may hold braces of its own.</summary>
    /// <param name="number">Writes a whole number; as English does where nothing is said.</param>
    /// <param name="text">Writes a text, such as isolated from the direction around it; unchanged where nothing is said.</param>
    public string Write(string sentence, IReadOnlyList<object> values, Func<long, string>? number = null, Func<string, string>? text = null)
    {
        var parts = sentence.Split('{');
        for (var at = 1; at < parts.Length; at++)
        {
            var end = parts[at].IndexOf('}', StringComparison.Ordinal);
            var value = values[int.Parse(parts[at].AsSpan(0, end), CultureInfo.InvariantCulture)];
            parts[at] = (value is long whole ? number?.Invoke(whole) ?? whole.ToString("N0", CultureInfo.InvariantCulture) : text?.Invoke((string)value) ?? (string)value) + parts[at][(end + 1)..];
        }

        return string.Concat(parts);
    }
}
