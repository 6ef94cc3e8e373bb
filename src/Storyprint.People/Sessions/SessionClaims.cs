using System.Security.Claims;

namespace Storyprint.People.Sessions;

/// <summary>What a principal of the newsroom carries beside name and id.</summary>
public static class SessionClaims
{
    public const string Digest = "storyprint:session";
    public const string ConfirmedAt = "storyprint:confirmed";

    extension(ClaimsPrincipal principal)
    {
        /// <summary>The id of the person, or null where nobody is signed in.</summary>
        public string? PersonId => principal.Identity?.IsAuthenticated == true ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

        /// <summary>The digest of the session, or null.</summary>
        public string? SessionDigest => principal.FindFirstValue(Digest);
    }
}
