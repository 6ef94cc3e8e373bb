using Storyprint.People.Accounts;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record SignedIn(Person Person) : SignInOutcome;

    /// <summary>The password was right; the second factor is asked for.</summary>
    public sealed record NeedsCode : SignInOutcome;

    /// <summary>Name, password or code is wrong; which one is not told.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>There were too many failures; nothing was tried.</summary>
    public sealed record Wait(TimeSpan For) : SignInOutcome;

    /// <summary>The first step is too long ago.</summary>
    public sealed record StartAgain : SignInOutcome;
}
