namespace Storyprint.Stories.Editions.Settings;

/// <summary>What the settings of mail must be like.</summary>
internal static class MailRules
{
    private static readonly SettingKey Key = SettingKey.Of("mail");

    public static IEnumerable<SettingProblem> Problems(PublicationMail mail)
    {
        if (mail.Server.Length == 0)
        {
            yield break;
        }

        if (Uri.CheckHostName(mail.Server) == UriHostNameType.Unknown)
        {
            yield return new SettingProblem(Key, $"“{mail.Server}” is no host; the mail server is named like mail.example.org.");
        }

        if (mail.Port > ushort.MaxValue)
        {
            yield return new SettingProblem(Key, $"{mail.Port} is no port; mail servers take 465 or 587.");
        }

        if (!PublicationRules.IsContact(mail.From) || mail.From.StartsWith("https:", StringComparison.Ordinal))
        {
            yield return new SettingProblem(Key, $"Mail needs an address that it comes from, such as news@example.org; “{mail.From}” is none.");
        }
    }
}
