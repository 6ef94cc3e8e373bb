namespace Storyprint.Formats.Wxr;

/// <summary>What WordPress and its plug-ins keep for themselves: no word, name, date, link or file of a story. Everything else that no reader asks for is told.</summary>
internal static class WxrBookkeeping
{
    // Whether comments are open, the order in menus, whether the GUID is a link; the title and number of a parent are in its own item.
    private static readonly HashSet<string> Elements =
        ["wp:comment_status", "wp:ping_status", "wp:menu_order", "wp:post_parent", "wp:post_type", "wp:post_id", "wp:status", "guid", "link", "pubDate", "wp:post_name", "wp:post_date", "wp:post_date_gmt",
        "wp:post_modified", "wp:post_modified_gmt"];

    private static readonly HashSet<string> Keys =
    [
        "_edit_lock", "_edit_last", "_encloseme", "_pingme", "_wp_page_template", "_wp_attachment_metadata", "_wp_attached_file", "_wp_attachment_backup_sizes", "_wp_attachment_context",
        "_publicize_pending", "_publicize_done", "_publicize_twitter_user", "_rest_api_published", "_rest_api_client_id", "_last_editor_used_jetpack", "_thumbnail_id", "_starter_content_theme",
        "_menu_item_type", "_wp_desired_post_slug", "_elementor_version", "_elementor_edit_mode", "_elementor_template_type", "_elementor_css", "_elementor_page_assets", "_elementor_controls_usage",
        "_yoast_wpseo_content_score", "_yoast_wpseo_linkdex", "_yoast_wpseo_estimated-reading-time-minutes", "_yoast_wpseo_wordproof_timestamp", "_yoast_wpseo_is_cornerstone",
        "ampforwp_custom_content_editor_checkbox", "post_views_count", "jabber_published", "email_notification", "reddit", "geo_public", "_jetpack_dont_email_post_to_subs", "_ez-toc-header-label",
    ];

    private static readonly string[] Beginnings =
    [
        "_oembed_", "_wp_trash_", "_wpas_", "_menu_item_", "_transient_", "_wpb_vc_js_", "_jetpack_memberships", "_wp_ignored_hooked", "_customize_", "_aioseop_opengraph_",
    ];

    public static bool IsElement(string name) => Elements.Contains(name);

    /// <summary>Whether a custom field holds settings, counters or copies of what stands elsewhere.</summary>
    public static bool IsMeta(string key) => Keys.Contains(key) || Beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal));
}
