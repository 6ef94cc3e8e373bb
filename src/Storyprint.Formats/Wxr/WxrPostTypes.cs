namespace Storyprint.Formats.Wxr;

/// <summary>WordPress's "posts" that are no stories, with words for the report.</summary>
internal static class WxrPostTypes
{
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["nav_menu_item"] = "menu entry",
        ["wp_navigation"] = "menu",
        ["wp_block"] = "reusable block, whose words stand in the stories that use it",
        ["wp_template"] = "page template",
        ["wp_template_part"] = "page template",
        ["wp_global_styles"] = "style settings",
        ["wp_font_family"] = "font",
        ["wp_font_face"] = "font",
        ["revision"] = "older version kept by WordPress",
        ["custom_css"] = "style sheet",
        ["oembed_cache"] = "copy of an embed kept by WordPress",
        ["customize_changeset"] = "change of the site’s look",
        ["user_request"] = "request for somebody’s personal data",
        ["feedback"] = "answer to a form",
        ["wpcf7_contact_form"] = "form",
        ["wpforms"] = "form",
        ["mc4wp-form"] = "form",
        ["acf-field"] = "plug-in setting",
        ["acf-field-group"] = "plug-in setting",
        ["acf-post-type"] = "plug-in setting",
        ["acf-taxonomy"] = "plug-in setting",
        ["elementor_library"] = "page template",
        ["elementor_snippet"] = "plug-in setting",
        ["et_template"] = "page template",
        ["et_pb_layout"] = "page template",
        ["fl-builder-template"] = "page template",
        ["vc4_templates"] = "page template",
        ["shop_order"] = "shop order",
        ["shop_order_refund"] = "shop order",
        ["shop_coupon"] = "shop coupon",
        ["product_variation"] = "shop article",
        ["scheduled-action"] = "plug-in task",
        ["amp_validated_url"] = "plug-in record",
        ["redirect_rule"] = "plug-in setting",
        ["guest-author"] = "author profile, whose name stands in the bylines",
        ["tablepress_table"] = "table of a plug-in",
        ["polylang_mo"] = "plug-in setting",
        ["jp_mem_plan"] = "plug-in setting",
        ["jp_pay_order"] = "shop order",
        ["jp_pay_product"] = "shop article",
    };

    /// <summary>What the item is, if it is skipped for its type or status; or null.</summary>
    public static string? WhyLeftOut(WxrItem item) => item.Status switch
    {
        _ when LeftOut.TryGetValue(item.Type, out var what) => what,
        "trash" => "story in the trash",
        "auto-draft" => "empty draft WordPress began by itself",
        "inherit" when item.Type != "attachment" => "older version kept by WordPress",
        "request-pending" or "request-completed" or "request-failed" or "request-confirmed" => "request for somebody’s personal data",
        "spam" => "spam",
        _ => null,
    };

    public static bool IsNews(string type) => type is "post" or "page";
}
