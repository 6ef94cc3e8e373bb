namespace Storyprint.Tests.Text.Harmless;

// Each rule from both sides: what it lets pass, and what stands beside that and is another thing.
public sealed class HarmlessRuleTests
{
    [Theory]
    [InlineData("en", "The  boat came,and went .", "The boat came, and went.", true)]
    [InlineData("en", "It rose 5 % here.", "It rose 5% here.", true)]
    [InlineData("en", "A cost of $ 5 here.", "A cost of $5 here.", true)]
    [InlineData("en", "The boat\nwent.", "The boat\u00A0went.", false)]
    [InlineData("en", "She is not able.", "She is notable.", false)]
    [InlineData("en", "It was - 5 degrees.", "It was -5 degrees.", false)]
    [InlineData("en", "It was 1, 5 and 6.", "It was 1,5 and 6.", false)]
    [InlineData("en", "It rose about.5 of it.", "It rose about .5 of it.", false)]
    [InlineData("en", "A 5 m boat.", "A 5m boat.", false)]
    [InlineData("th", "ไม่ มา", "ไม่มา", false)]
    public void White_space(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "\"No,\" she said, 'then.'", "“No,” she said, ‘then.’", true)]
    [InlineData("fr", "Il dit « oui » ici.", "Il dit “oui” ici.", true)]
    [InlineData("de", "„Ja“, sagte sie.", "»Ja«, sagte sie.", true)]
    [InlineData("en", "He said \"it was 2012\" then.", "He said “it was 2012” then.", true)]
    [InlineData("en", "“We won ‘big’ today” he said.", "“We won” big “today” he said.", false)]
    [InlineData("en", "“We won,” she said.", "We won, she said.", false)]
    [InlineData("en", "A 5' boat.", "A 5\" boat.", false)]
    [InlineData("en", "“It is 5' high”", "“It is 5\" high”", false)]
    public void Quotation_marks(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "It's Ann's.", "It’s Ann’s.", true)]
    [InlineData("en", "It's mast.", "Its mast.", false)]
    [InlineData("en", "The boys' club.", "The boys club.", false)]
    public void Apostrophes(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "Wait... she said.", "Wait… she said.", true)]
    [InlineData("en", "Wait... she said.", "Wait. She said.", false)]
    public void Ellipsis(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "It was late - very late.", "It was late – very late.", true)]
    [InlineData("en", "It was late – very late.", "It was late—very late.", true)]
    [InlineData("en", "A well-known boat.", "A well‑known boat.", true)]
    [InlineData("en", "He re-signed.", "He resigned.", false)]
    [InlineData("en", "He re-signed.", "He re - signed.", false)]
    [InlineData("en", "From 5-7 here.", "From 5–7 here.", false)]
    [InlineData("en", "At –5 here.", "At 5 here.", false)]
    [InlineData("en", "At - 5 here.", "At – 5 here.", false)]
    [InlineData("en", "From 5 – 7 here.", "From 5–7 here.", false)]
    [InlineData("en", "They re- signed it.", "They re-signed it.", false)]
    [InlineData("en", "A −x there.", "A -x there.", false)]
    public void Dashes(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("fa", "كتاب علي", "کتاب علی", true)]
    [InlineData("ar", "كتاب علي", "كتاب على", false)]
    [InlineData("ar", "كتاب علي", "كتاب علی", false)]
    [InlineData("ar", "الكـــتاب هنا", "الكتاب هنا", true)]
    [InlineData("fa", "او ۵ نفر؟", "او 5 نفر?", true)]
    [InlineData("en", "The ﬁre is out.", "The fire is out.", true)]
    [InlineData("en", "The cafe\u0301 is here.", "The café is here.", true)]
    [InlineData("en", "It is 10⁶ long.", "It is 106 long.", false)]
    [InlineData("en", "It was сharged.", "It was charged.", false)]
    [InlineData("fa", "این آب است", "این اب است", false)]
    public void Letter_variants(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("sv", "Ett får kom.", "Ett far kom.")]
    [InlineData("de", "Das ist schön.", "Das ist schon.")]
    [InlineData("es", "Un año más.", "Un ano más.")]
    [InlineData("pl", "Zaczęli żądać tego.", "Zaczęli zadać tego.")]
    [InlineData("de", "Herr Müller kam.", "Herr Muller kam.")]
    [InlineData("en", "We met Müller there.", "We met Muller there.")]
    [InlineData("tr", "Bu kız geldi.", "Bu kiz geldi.")]
    [InlineData("ru", "Это мои книги.", "Это мой книги.")]
    [InlineData("da", "En bønne her.", "En bonne her.")]
    [InlineData("fr", "Il a mangé ici.", "Il a mange ici.")]
    [InlineData("xx", "Ett får kom.", "Ett far kom.")]
    [InlineData("ar", "قُتل الرجل", "قتل الرجل")]
    [InlineData("is", "Þetta er gott.", "Thetta er gott.")]
    [InlineData("de", "In der Masse.", "In der Maße.")]
    public void No_diacritic_and_no_letter_of_its_own_is_ever_dropped(string language, string before, string after) => Check(language, before, after, isFree: false);

    [Theory]
    [InlineData("fa", "این کتاب‌ها خوب است", "این کتاب ها خوب است", true)]
    [InlineData("fa", "این کتاب‌ها خوب است", "این کتابها خوب است", true)]
    [InlineData("fa", "او می‌رود", "او می رود", true)]
    [InlineData("fa", "او میرود", "او می‌رود", true)]
    [InlineData("fa", "خانه‌ی او", "خانهٔ او", true)]
    [InlineData("fa", "او کار‌خانه دارد", "او کارخانه دارد", true)]
    [InlineData("fa", "تن‌ها را دید", "تنها را دید", false)]
    [InlineData("fa", "تن ها را دید", "تنها را دید", false)]
    [InlineData("fa", "پژوهش می‌دانی", "پژوهش میدانی", false)]
    [InlineData("fa", "او به روز آمد", "او بهروز آمد", false)]
    [InlineData("fa", "این ما در است", "این مادر است", false)]
    [InlineData("fa", "این نا امن است", "این ناامن است", false)]
    [InlineData("en", "It cost 12 crowns.", "It cost 1\u200C2 crowns.", false)]
    [InlineData("en", "The bridge is safe.", "The bridge is s\u200Cafe.", false)]
    public void Zero_width_non_joiner(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "It cost 12000.5 crowns.", "It cost 12,000.5 crowns.", true)]
    [InlineData("de", "Es kostet 1200000 Kronen.", "Es kostet 1.200.000 Kronen.", true)]
    [InlineData("fr", "Il y a 12000 lots.", "Il y a 12\u202F000 lots.", true)]
    [InlineData("fa", "او ۱۲۰۰۰ نفر", "او ۱۲٬۰۰۰ نفر", true)]
    [InlineData("en", "It rose to 1,500.", "It rose to 1.500.", false)]
    [InlineData("en", "It rose to 1500.", "It rose to 1.500.", false)]
    [InlineData("en", "It rose to 12,00.", "It rose to 1200.", false)]
    [InlineData("de", "Es sind 1,500 hier.", "Es sind 1500 hier.", false)]
    [InlineData("fr", "Le 12 500 places.", "Le 12500 places.", false)]
    [InlineData("xx", "It cost 12000 crowns.", "It cost 12,000 crowns.", false)]
    public void Digit_grouping(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "The cafe is open.", "The café is open.", true)]
    [InlineData("fr", "Le coeur bat.", "Le cœur bat.", true)]
    [InlineData("en", "They resume today.", "They résumé today.", false)]
    public void Two_spellings_of_one_word(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "He saw the the boat.", "He saw the boat.", true)]
    [InlineData("es", "Vino de de Lima.", "Vino de Lima.", true)]
    [InlineData("en", "He saw the boat.", "He saw the the boat.", false)]
    [InlineData("en", "He had had it.", "He had it.", false)]
    [InlineData("en", "It was very very late.", "It was very late.", false)]
    [InlineData("en", "It was not not so.", "It was not so.", false)]
    [InlineData("en", "They carried on on Monday.", "They carried on Monday.", false)]
    [InlineData("en", "We met Duran Duran.", "We met Duran.", false)]
    [InlineData("de", "Die Frau, die die Stadt kennt.", "Die Frau, die Stadt kennt.", false)]
    [InlineData("en", "“He saw the the boat,” she said.", "“He saw the boat,” she said.", false)]
    public void A_doubled_word_is_taken_out(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "The boat is here", "The boat is here.", true)]
    [InlineData("en", "He lives at 5", "He lives at 5.", false)]
    [InlineData("en", "The boat is here", "The boat is here?", false)]
    [InlineData("en", "This is the", "This is the!", false)]
    [InlineData("en", "No", "No.", false)]
    public void A_closing_full_stop(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "the boat came in.", "The boat came in.", true)]
    [InlineData("en", "polish workers met.", "Polish workers met.", false)]
    [InlineData("en", "may went home.", "May went home.", false)]
    [InlineData("en", "He met the boat.", "He met The boat.", false)]
    public void A_capital_at_the_head(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("en", "soft\u00ADhyphen there", "softhyphen there", true)]
    [InlineData("en", "It cost 1\u00AD2 crowns.", "It cost 12 crowns.", false)]
    [InlineData("en", "She is not\u200Bable to go.", "She is notable to go.", false)]
    [InlineData("en", "About \u202E12\u202C were there.", "About 12 were there.", false)]
    [InlineData("en", "About \u206712\u2069 were there.", "About 12 were there.", false)]
    [InlineData("fa", "حدود \u200F12 نفر", "حدود 12 نفر", false)]
    public void Break_hints_and_other_invisible_characters(string language, string before, string after, bool isFree) => Check(language, before, after, isFree);

    [Theory]
    [InlineData("One boat came.\nIt left.", "One boat came. It left.", true)]
    [InlineData("One boat came\nIt left.", "One boat came It left.", false)]
    [InlineData("One boat came.\nIt left.", "It left. One boat came.", false)]
    public void Breaks_of_paragraphs(string before, string after, bool isFree) => Check("en", before, after, isFree);

    private static void Check(string language, string before, string after, bool isFree)
    {
        Assert.Equal(isFree, Harmlessness.IsFree(language, before, after));
    }
}
