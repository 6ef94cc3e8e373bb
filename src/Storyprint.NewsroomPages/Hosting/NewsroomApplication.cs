using System.Diagnostics;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storyprint.Mail.Outbox;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Spelling;
using Storyprint.NewsroomPages.Account;
using Storyprint.NewsroomPages.Backups;
using Storyprint.NewsroomPages.Drafts;
using Storyprint.NewsroomPages.Drafts.Comments;
using Storyprint.NewsroomPages.Drafts.Editing;
using Storyprint.NewsroomPages.Drafts.History;
using Storyprint.NewsroomPages.Drafts.Listing;
using Storyprint.NewsroomPages.Drafts.Previews;
using Storyprint.NewsroomPages.Drafts.Proposing;
using Storyprint.NewsroomPages.Drafts.Releasing;
using Storyprint.NewsroomPages.Drafts.Working;
using Storyprint.NewsroomPages.Front;
using Storyprint.NewsroomPages.Health;
using Storyprint.NewsroomPages.Home;
using Storyprint.NewsroomPages.Imports;
using Storyprint.NewsroomPages.Mail;
using Storyprint.NewsroomPages.Notices;
using Storyprint.NewsroomPages.People;
using Storyprint.NewsroomPages.Pictures;
using Storyprint.NewsroomPages.Record;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.Settings;
using Storyprint.NewsroomPages.Setup;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.People;
using Storyprint.Stories.Editions;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>
/// The newsroom at one address: services and a pipeline of its own, made when somebody first knocks. Cookies and passkeys belong to one address, so that each has one such
/// application.
/// </summary>
internal sealed class NewsroomApplication
{
    private const int MaxFormBytes = 1 << 20;

    // A list of settings has some fields an item.
    private const int MaxFields = 5_000;

    private readonly NewsroomOrigin origin;
    private readonly PublicationOpenIdConnect? provider;
    private readonly ServiceProvider services;
    private readonly RequestDelegate pipeline;
    private readonly IHttpContextAccessor accessor;

    public NewsroomApplication(NewsroomParts parts, NewsroomOrigin origin)
    {
        (this.origin, provider) = (origin, parts.Publication.Newest.OpenIdConnect);
        services = Services(parts, origin).BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        var (faults, access) = (services.GetRequiredService<NewsroomFaults>(), services.GetRequiredService<AccessMiddleware>());
        app.Use(next => context => faults.InvokeAsync(context, next));
        app.UseAuthentication();
        app.Use(next => context => access.InvokeAsync(context, next));
        app.UseEndpoints(Map);
        app.Use(_ => context => NewsroomRequest.RefuseAsync(context, StatusCodes.Status404NotFound, "refused.not-found"));
        pipeline = app.Build();
        accessor = services.GetRequiredService<IHttpContextAccessor>();
        Endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
    }

    /// <summary>All routes, for a test that walks them.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>Answers a request whose path is already one of the newsroom's.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var (outside, endpoint) = (context.RequestServices, context.GetEndpoint());
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        accessor.HttpContext = context;
        context.SetEndpoint(null);
        context.Features.Set<IRouteValuesFeature>(null);
        context.Request.Scheme = origin.IsSecure ? "https" : "http";
        NewsroomSecurityHeaders.Write(context.Response.Headers, provider);
        try
        {
            await pipeline(context);
        }
        finally
        {
            context.RequestServices = outside;
            context.SetEndpoint(endpoint);
        }
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        SignInRoutes.Map(routes);
        JoinRoutes.Map(routes);
        HomeRoutes.Map(routes);
        AccountRoutes.Map(routes);
        PeopleRoutes.Map(routes);
        RecordRoutes.Map(routes);
        SettingsRoutes.Map(routes);
        FrontRoutes.Map(routes);
        DraftRoutes.Map(routes);
        EditorRoutes.Map(routes);
        StoryFinderRoutes.Map(routes);
        PictureUploadRoutes.Map(routes);
        FileUploadRoutes.Map(routes);
        PictureRoutes.Map(routes);
        PictureCropRoutes.Map(routes);
        SpellingRoutes.Map(routes);
        CommentRoutes.Map(routes);
        PreviewRoutes.Map(routes);
        WhoSeesRoutes.Map(routes);
        HistoryRoutes.Map(routes);
        ProposalRoutes.Map(routes);
        NewStoryRoutes.Map(routes);
        StoryListRoutes.Map(routes);
        WorkRoutes.Map(routes);
        ReleaseRoutes.Map(routes);
        ScheduleRoutes.Map(routes);
        GuestRoutes.Map(routes);
        SetupRoutes.Map(routes);
        HealthRoutes.Map(routes);
        KeyRoutes.Map(routes);
        MailRoutes.Map(routes);
        NoticeRoutes.Map(routes);
        BackupRoutes.Map(routes);
        ImportRoutes.Map(routes);
        SessionRoutes.Map(routes);
    }

    private static ServiceCollection Services(NewsroomParts parts, NewsroomOrigin origin)
    {
        var services = new ServiceCollection();
        services.AddSingleton(parts.Loggers).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddSingleton(parts).AddSingleton(parts.Clock).AddSingleton(parts.Publication).AddSingleton(parts.Database);
        services.AddSingleton(parts.Stores).AddSingleton(parts.Stores.Audit).AddSingleton(parts.Assets).AddSingleton(parts.Contexts).AddSingleton(parts.Renderer).AddSingleton(parts.FrontPages).AddSingleton(parts.Previews).AddSingleton(origin);
        services.AddSingleton(parts.Releases).AddSingleton(parts.Media).AddSingleton(parts.Stores.Work).AddSingleton(parts.Stores.Schedule).AddSingleton<ReleaseVerbs>().AddSingleton<ReleaseTrial>().AddSingleton<ReleaseReviewReader>();
        if (parts.Setup is not null)
        {
            services.AddSingleton(parts.Setup);
        }

        services.AddSingleton(new DiagnosticListener("Storyprint.Newsroom")).AddSingleton<DiagnosticSource>(provider => provider.GetRequiredService<DiagnosticListener>());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddRouting();
        services.AddHttpContextAccessor();
        services.AddPeople(parts.KeyFolder);
        services.AddSingleton<MailOutbox>().AddSingleton<LetterWriter>();
        services.AddSingleton<LatestExamination>();
        services.AddSingleton<HunspellDictionaries>(_ => new HunspellDictionaries()).AddSingleton<SpellingCheck>();
        services.AddSingleton<NewsroomFaults>().AddSingleton<AccessMiddleware>().AddScoped<SignInFlow>().AddScoped<PasskeyFlow>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = origin.IsSecure ? "__Host-storyprint-forms" : "storyprint-forms";
            options.Cookie.Path = origin.IsSecure ? "/" : origin.BasePath;
            options.Cookie.SecurePolicy = origin.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            options.FormFieldName = "form-token";
            options.SuppressXFrameOptionsHeader = true;
        });
        AddSignIn(services, parts, origin);
        // How much a request may bring is said by its route; a multipart form is not limited a second time.
        services.Configure<FormOptions>(options => (options.ValueLengthLimit, options.KeyLengthLimit, options.ValueCountLimit, options.BufferBodyLengthLimit, options.MultipartBodyLengthLimit) = (MaxFormBytes, 200, MaxFields, MaxFormBytes, long.MaxValue));
        return services;
    }

    private static void AddSignIn(ServiceCollection services, NewsroomParts parts, NewsroomOrigin origin)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        foreach (var (scheme, name) in ((string, string)[])[
            (IdentityConstants.ApplicationScheme, "storyprint"), (IdentityConstants.TwoFactorUserIdScheme, "storyprint-step"), (IdentityConstants.ExternalScheme, "storyprint-provider"),
            (IdentityConstants.TwoFactorRememberMeScheme, "storyprint-remembered")])
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options => PeopleServices.ConfigureCookie(options, name, origin.IsSecure, origin.BasePath));
        }

        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => options.ExpireTimeSpan = TimeSpan.FromMinutes(10));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<Storyprint.People.Sessions.SessionStore>((options, sessions) =>
        {
            options.SessionStore = sessions;

            // What a session is worth is read from the database at each request.
            options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure(options =>
        {
            options.ServerDomain = origin.Host;
            options.ValidateOrigin = context => ValueTask.FromResult(context.Origin == origin.Address && !context.CrossOrigin);
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        OpenIdConnectSignIn.Add(services, parts.Publication.Newest, origin);
    }
}
