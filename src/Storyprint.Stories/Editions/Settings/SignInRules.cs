using Storyprint.Stories.Links;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>What the newsroom's address and its provider of sign-in must be like.</summary>
internal static class SignInRules
{
    private static readonly string[] Roles = ["reporter", "editor", "administrator"];

    public static IEnumerable<SettingProblem> Problems(Publication publication)
    {
        if (publication.NewsroomAddress.Length > 0 && !PublicAddress.TryParse(publication.NewsroomAddress, out _))
        {
            yield return new SettingProblem(SettingKey.Of("newsroomAddress"), $"The address of the newsroom “{publication.NewsroomAddress}” must be like https://desk.example.org, without a path.");
        }

        if (publication.OpenIdConnect is not { } provider)
        {
            yield break;
        }

        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
        {
            yield return Problem($"The provider “{provider.Authority}” must be an address that begins with https://.");
        }

        if (string.IsNullOrWhiteSpace(provider.ClientId))
        {
            yield return Problem("The provider knows this newsroom by a client id; name it.");
        }

        foreach (var role in provider.Roles.Values.Where(role => !Roles.Contains(role)))
        {
            yield return Problem($"“{role}” is no role; there are {string.Join(", ", Roles)}.");
        }
    }

    private static SettingProblem Problem(string sentence) => new(SettingKey.Of("openIdConnect"), sentence);
}
