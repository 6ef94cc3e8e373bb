using System.Globalization;
using System.Security.Claims;
using Storyprint.People.Sessions;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>Sensitive acts are for people who have just proved who they are.</summary>
internal static class Confirmation
{
    /// <summary>Whether the person of a session proved it within the time that sensitive acts ask for.</summary>
    public static bool IsFresh(ClaimsPrincipal user, DateTimeOffset now) =>
        long.TryParse(user.FindFirstValue(SessionClaims.ConfirmedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && now - DateTimeOffset.FromUnixTimeMilliseconds(at) < SessionStore.ConfirmationLifetime;

    /// <summary>The path that asks for the proof, and goes on to another one.</summary>
    public static string PathTo(string then) => $"/confirm?then={Uri.EscapeDataString(then)}";
}
