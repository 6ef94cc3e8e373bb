using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Guests;
using Storyprint.People.Keys;
using Storyprint.People.Links;
using Storyprint.People.Notices;
using Storyprint.People.Sessions;
using Storyprint.People.SignIn;
using Storyprint.People.Work;

namespace Storyprint.People;

/// <summary>Registers accounts, sessions and sign-in. A <c>Database</c> and a <see cref="TimeProvider"/> must be registered.</summary>
public static class PeopleServices
{
    /// <param name="keyFolder">The folder of the private keys.</param>
    public static IServiceCollection AddPeople(this IServiceCollection services, string keyFolder)
    {
        services.AddSingleton(new SecretBox(keyFolder));
        services.AddSingleton<PersonDirectory>().AddSingleton<DeskDirectory>().AddSingleton<StoryDesks>().AddSingleton<DeskWorkReader>().AddSingleton<StoryMoves>().AddSingleton<NoticeBoard>().AddSingleton<DailyLists>().AddSingleton<AccountNotices>().AddSingleton<OneTimeLinks>().AddSingleton<GuestLinks>().AddSingleton<SessionStore>().AddSingleton<SignInThrottle>().AddSingleton<FailedSignIns>();
        services.AddSingleton<JoinNewsroom>().AddSingleton<ProviderAccounts>().AddSingleton<ChangeCredentials>().AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.Configure<PasswordHasherOptions>(PasswordRule.Configure);
        services.AddDataProtection().SetApplicationName("storyprint");
        services.AddSingleton<IXmlRepository, ProtectionKeys>().AddSingleton<KnownBrowsers>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository, SecretBox>((options, keys, secrets) => (options.XmlRepository, options.XmlEncryptor) = (keys, new SecretXml(secrets)));
        services.AddSingleton<ILookupNormalizer, SignInNames>();
        services.AddIdentityCore<Person>(options =>
        {
            // Names and passwords have rules of their own, which say in the person's language what is wrong.
            options.User.AllowedUserNameCharacters = string.Empty;
            options.Password = new PasswordOptions
            {
                RequiredLength = PasswordRule.MinLength,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
                RequiredUniqueChars = 1,
            };
        }).AddSignInManager().AddTokenProvider<OnceOnlyTotp>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<PersonStore>().AddSingleton<IUserStore<Person>>(provider => provider.GetRequiredService<PersonStore>());
        return services;
    }

    /// <summary>The cookies of signed-in browsers, which begin with <c>__Host-</c> wherever the newsroom is reached by TLS.</summary>
    /// <param name="isSecure">False on plain loopback only.</param>
    /// <param name="path">Where the cookies are sent to, on plain loopback.</param>
    public static void ConfigureCookie(CookieAuthenticationOptions options, string name, bool isSecure, string path)
    {
        options.Cookie.Name = isSecure ? $"__Host-{name}" : name;
        options.Cookie.Path = isSecure ? "/" : path;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = SessionStore.Lifetime;
        options.SlidingExpiration = false;
    }
}
