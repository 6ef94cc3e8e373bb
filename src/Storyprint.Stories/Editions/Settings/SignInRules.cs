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
            yield return new SettingProblem(SettingKey.Of("newsroomAddress"), ProblemText.NewsroomAddress, publication.NewsroomAddress);
        }

        if (publication.OpenIdConnect is not { } provider)
        {
            yield break;
        }

        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
        {
            yield return Problem(ProblemText.Provider, provider.Authority);
        }

        if (string.IsNullOrWhiteSpace(provider.ClientId))
        {
            yield return Problem(ProblemText.ProviderClient);
        }

        foreach (var role in provider.Roles.Values.Where(role => !Roles.Contains(role)))
        {
            yield return Problem(ProblemText.ProviderRole, role, string.Join(", ", Roles));
        }
    }

    private static SettingProblem Problem(ProblemText text, params IReadOnlyList<object> values) => new(SettingKey.Of("openIdConnect"), text, values);
}
