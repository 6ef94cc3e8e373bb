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
            yield return new SettingProblem(Key, ProblemText.MailHost, mail.Server);
        }

        if (mail.Port > ushort.MaxValue)
        {
            yield return new SettingProblem(Key, ProblemText.MailPort, $"{mail.Port}");
        }

        if (!PublicationRules.IsContact(mail.From) || mail.From.StartsWith("https:", StringComparison.Ordinal))
        {
            yield return new SettingProblem(Key, ProblemText.MailFrom, mail.From);
        }
    }
}
