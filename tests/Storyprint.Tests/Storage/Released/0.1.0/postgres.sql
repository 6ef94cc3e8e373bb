SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.storyprint_log_moved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN PERFORM pg_notify('storyprint_log', NEW.tree_size::text); RETURN NULL; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
CREATE TABLE public.draft (
    story_id bigint NOT NULL,
    content text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    base_revision integer NOT NULL,
    scheduled_for bigint,
    scheduled_by text COLLATE pg_catalog."C",
    scheduled_via integer,
    schedule_reason text COLLATE pg_catalog."C",
    schedule_correlation_id text COLLATE pg_catalog."C",
    changed_at bigint NOT NULL
);
CREATE TABLE public.id_allocator (
    name text NOT NULL COLLATE pg_catalog."C",
    last_value bigint NOT NULL
);
CREATE TABLE public.legacy_url (
    path text NOT NULL COLLATE pg_catalog."C",
    story_id bigint NOT NULL
);
CREATE TABLE public.log_cosignature (
    tree_size bigint NOT NULL,
    vkey text NOT NULL COLLATE pg_catalog."C",
    line bytea NOT NULL
);
CREATE TABLE public.log_entry (
    log_index bigint NOT NULL,
    bytes bytea NOT NULL
);
CREATE TABLE public.log_hash (
    node_id bigint NOT NULL,
    hash bytea NOT NULL
);
CREATE TABLE public.log_head (
    id integer NOT NULL,
    tree_size bigint NOT NULL,
    root_hash bytea NOT NULL,
    checkpoint bytea NOT NULL
);
CREATE TABLE public.log_key (
    role text NOT NULL COLLATE pg_catalog."C",
    ordinal integer NOT NULL,
    vkey text NOT NULL COLLATE pg_catalog."C",
    valid_from bigint NOT NULL,
    valid_until bigint,
    revoked_at_log_index bigint
);
CREATE TABLE public.picture (
    hash text NOT NULL COLLATE pg_catalog."C",
    media_type text NOT NULL COLLATE pg_catalog."C",
    width integer NOT NULL,
    height integer NOT NULL,
    byte_size bigint NOT NULL,
    added_at bigint NOT NULL,
    withdrawn_at bigint
);
CREATE TABLE public.revision (
    story_id bigint NOT NULL,
    number integer NOT NULL,
    release_kind integer NOT NULL,
    released_at bigint NOT NULL,
    scheduled_for bigint,
    slug text NOT NULL COLLATE pg_catalog."C",
    content text COLLATE pg_catalog."C",
    digest bytea,
    salt bytea,
    seal bytea,
    log_index bigint,
    note text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    released_by text NOT NULL COLLATE pg_catalog."C",
    released_via integer NOT NULL,
    release_reason text COLLATE pg_catalog."C",
    correlation_id text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.search (
    sort_key bigint NOT NULL,
    words tsvector NOT NULL,
    overlong text COLLATE pg_catalog."C"
)
WITH (toast_tuple_target='128');
ALTER TABLE ONLY public.search ALTER COLUMN words SET COMPRESSION lz4;
CREATE TABLE public.story (
    id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    edition text NOT NULL COLLATE pg_catalog."C",
    status integer NOT NULL,
    is_static_page boolean NOT NULL,
    is_listed boolean NOT NULL,
    current_revision integer NOT NULL,
    release_kind integer NOT NULL,
    published_at bigint,
    updated_at bigint,
    withdrawal_reason integer,
    withdrawn_at bigint,
    time_zone text NOT NULL COLLATE pg_catalog."C",
    sort_key bigint NOT NULL,
    slug text NOT NULL COLLATE pg_catalog."C",
    section text NOT NULL COLLATE pg_catalog."C",
    kicker text NOT NULL COLLATE pg_catalog."C",
    headline text NOT NULL COLLATE pg_catalog."C",
    standfirst text NOT NULL COLLATE pg_catalog."C",
    bylines text NOT NULL COLLATE pg_catalog."C",
    picture_hash text COLLATE pg_catalog."C",
    picture_width integer NOT NULL,
    picture_height integer NOT NULL,
    picture_alt text COLLATE pg_catalog."C",
    picture_focus_x double precision NOT NULL,
    picture_focus_y double precision NOT NULL,
    translation_key text COLLATE pg_catalog."C",
    source_id text COLLATE pg_catalog."C",
    source_digest bytea,
    source_revision integer NOT NULL
);
CREATE TABLE public.story_byline (
    edition text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    sort_key bigint NOT NULL,
    story_id bigint NOT NULL
);
CREATE TABLE public.story_note (
    edition text NOT NULL COLLATE pg_catalog."C",
    released_at bigint NOT NULL,
    story_id bigint NOT NULL,
    ordinal integer NOT NULL
);
CREATE TABLE public.story_picture (
    picture_hash text NOT NULL COLLATE pg_catalog."C",
    story_id bigint NOT NULL
);
CREATE TABLE public.story_topic (
    edition text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    sort_key bigint NOT NULL,
    story_id bigint NOT NULL
);
CREATE TABLE public.term (
    kind text NOT NULL COLLATE pg_catalog."C",
    edition text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261127062907_Initial', '10.0.15');
INSERT INTO public.draft VALUES (4, '{"language":"en","kicker":"","headline":"The waiting ferry","standfirst":"","bylines":[],"dateline":"","body":[{"kind":"paragraph","text":{"runs":[{"text":"It waits."}]}}],"corrections":[],"section":"city","topics":[]}', 'the-waiting-ferry', 0, 4951050000000, 'importer-of-the-tests', 3, NULL, '01a21bc7388971f38926999b1de6c713', 1795376400000);
INSERT INTO public.id_allocator VALUES ('story', 2004);
INSERT INTO public.log_entry VALUES (0, '\x73746f72797072696e742f6b65792f76310a7075626c6973686572206c65646765722e6578616d706c650a726f6c65206c6f670a766b6579206c65646765722e6578616d706c652f6c6f672b61386239626234352b41664d386555765066417a39396d4136497369515a43547472457571654e476c7361303268584831417876410a66726f6d20323032362d31312d32325431393a34303a30305a0a');
INSERT INTO public.log_entry VALUES (1, '\x73746f72797072696e742f6b65792f76310a7075626c6973686572206c65646765722e6578616d706c650a726f6c65207365616c0a766b6579206c65646765722e6578616d706c652f7365616c2b31313963633964362b41613769587a794d563935746a6b3034634838504479704579395376472b5253692f2f6565463447657236550a66726f6d20323032362d31312d32325431393a34303a30305a0a');
INSERT INTO public.log_entry VALUES (2, '\x73746f72797072696e742f7265766973696f6e2f76310a7075626c6973686572206c65646765722e6578616d706c650a73746f72792032303031340a7265766973696f6e20310a6c616e6720656e0a6b696e64207075626c6973680a74696d6520323032362d31312d32325431393a34303a30305a0a7465787420303933663730656139386535316635643961356335353561383433306334653534633931646234323430666362346635393866363838396430663339306465630a70726576202d0a');
INSERT INTO public.log_entry VALUES (3, '\x73746f72797072696e742f7265766973696f6e2f76310a7075626c6973686572206c65646765722e6578616d706c650a73746f72792032303032330a7265766973696f6e20310a6c616e6720656e0a6b696e64207075626c6973680a74696d6520323032362d31312d32325431393a34303a30305a0a7465787420373464386334366266643438656430333935356164666261666539323365323838323261376561306438643664313933663561393563383739363332356434300a70726576202d0a');
INSERT INTO public.log_entry VALUES (4, '\x73746f72797072696e742f7265766973696f6e2f76310a7075626c6973686572206c65646765722e6578616d706c650a73746f72792032303032330a7265766973696f6e20320a6c616e6720656e0a6b696e6420636f7272656374696f6e0a74696d6520323032362d31312d32325431393a34303a30305a0a7465787420346365363436663533626431346563336337313332373739643661616438653365656663666433623235366561646361333561643537313635623331323537310a7072657620330a');
INSERT INTO public.log_entry VALUES (5, '\x73746f72797072696e742f7265766973696f6e2f76310a7075626c6973686572206c65646765722e6578616d706c650a73746f72792032303033380a7265766973696f6e20310a6c616e6720656e0a6b696e64207075626c6973680a74696d6520323032362d31312d32325431393a34303a30305a0a7465787420373534656630663037346166383038656530303235326531396134363730303734666234323139353232636338323238613630663534663038336464376331610a70726576202d0a');
INSERT INTO public.log_entry VALUES (6, '\x73746f72797072696e742f7265766973696f6e2f76310a7075626c6973686572206c65646765722e6578616d706c650a73746f72792032303033380a7265766973696f6e20320a6c616e6720656e0a6b696e64207769746864726177616c0a74696d6520323032362d31312d32325431393a34303a30305a0a7465787420653037656265383165663531386636343130393863303364623730626533343436643933386639643735383362633637303762316630386234663962316365640a7072657620350a');
INSERT INTO public.log_hash VALUES (0, '\xa7512be140c6426a8837f7b9ebdbc570789edbeba76cda8cb237c33700dc7d8b');
INSERT INTO public.log_hash VALUES (1, '\xb5e9657c1d8fe91499bd5d7e9b07d727eb21b166dd17a3e2548beb8e1f6e3320');
INSERT INTO public.log_hash VALUES (281474976710656, '\x09e354a67716868865a9c06a0da69ea96e1908988e294e3dfdf3a140aa552816');
INSERT INTO public.log_hash VALUES (2, '\x17cfc39c6b051b3985fd57d1d3e3adee8285442acf422a430911dbf10e0c143a');
INSERT INTO public.log_hash VALUES (3, '\x0939696c61dd5f009e396563f8b277c98771a0a43d349d5890d2af5402c3d2d1');
INSERT INTO public.log_hash VALUES (281474976710657, '\xa89633f42d8b60d3e13268e14efb019560690efb6a1fa03d67fa04fe78fae1d8');
INSERT INTO public.log_hash VALUES (562949953421312, '\x5689c934c046d757e294b5919778f58c342925cb1aa6cb5f89156726257e6cca');
INSERT INTO public.log_hash VALUES (4, '\x357f3ca7d890538d7167592a55eb9b12659f8dc3fe29de6a8ee5b94c850e3c9a');
INSERT INTO public.log_hash VALUES (5, '\xa4bb2c8f2ff246d8d5365c7f411bbc88fb86e64f314f189a7081be4ea8334cd4');
INSERT INTO public.log_hash VALUES (281474976710658, '\x05eceac5197e7bdf4d8a7d2798df813d897004a6377d8f3aaeca7a45a0160dc7');
INSERT INTO public.log_hash VALUES (6, '\x401fedd65c42af1e016c3188cd4280c6292d0427ea66c867c831b1ef8d5e9d90');
INSERT INTO public.log_head VALUES (1, 7, '\x1cfc85217abf091eb6d79f96fbdab8ea7d4a01651c8b6e6f0c1be11e34315b10', '\x6c65646765722e6578616d706c652f6c6f670a370a485079464958712f4352363231352b572b397134366e314b415755636932357644427668486a51785778413d0a0ae28094206c65646765722e6578616d706c652f6c6f6720714c6d37525552677568383263316c58706f674e716e70704c446856344f5457387442567453464f347870714f363071744850647170325a39724d55744c6b54506b713750794f716852326b6a4242755366776e7730525576774d3d0a');
INSERT INTO public.log_key VALUES ('log', 0, 'ledger.example/log+a8b9bb45+AfM8eUvPfAz99mA6IsiQZCTtrEuqeNGlsa02hXH1AxvA', 1795376400, NULL, NULL);
INSERT INTO public.log_key VALUES ('seal', 0, 'ledger.example/seal+119cc9d6+Aa7iXzyMV95tjk04cH8PDypEy9SvG+RSi//eeF4Ger6U', 1795376400, NULL, NULL);
INSERT INTO public.revision VALUES (1, 1, 1, 1795376400000, NULL, 'the-ferry-sails-on', '{"language":"en","kicker":"","headline":"The ferry sails on","standfirst":"","bylines":["Ines Calloway"],"dateline":"","body":[{"kind":"paragraph","text":{"runs":[{"text":"The ferry carries 120 people."}]}}],"corrections":[],"section":"city","topics":["Ferries"]}', '\xd05dc45557b1683c421d67920c673b4b6c6b9740ecc1b89301f6ac6a65075006', '\x342cca8ccdf780dc96b4a0634e1bc296', '\x006b034510d05dc45557b1683c421d67920c673b4b01dbb5ee537290a7910fda5165969ecb40fa7799aca03441a47260d86818aa2ddf08243d7fcdbde361d314e84034db7d730b95a009efb03f30fa3c72dfa7bc05', 2, NULL, NULL, 'editor-of-the-tests', 5, NULL, '01a21bc738897a00a825ebaa0030cd7a');
INSERT INTO public.revision VALUES (2, 1, 1, 1795376400000, NULL, 'the-corrected-ferry', '{"language":"en","kicker":"","headline":"The corrected ferry","standfirst":"","bylines":["Ines Calloway"],"dateline":"","body":[{"kind":"paragraph","text":{"runs":[{"text":"The ferry carries 120 people."}]}}],"corrections":[],"section":"city","topics":["Ferries"]}', '\x1a4fba66db0bf8889116e030079bfff5ae04a2afd71a295f7d0f57a7611469de', '\xdd986cc2d2781ad5d9df0d9233050dd8', '\x006b0345101a4fba66db0bf8889116e030079bfff55df2473855942536e09c6f242d471f54bf403b393337abd493f7d2dcbb49e7164e4b894654c3fee1a5b8cb13b7f70e2cd7553c2087b500ea0a9eccece6f9ed03', 3, NULL, NULL, 'editor-of-the-tests', 5, NULL, '01a21bc738897a00a825ebaa0030cd7a');
INSERT INTO public.revision VALUES (2, 2, 3, 1795376400000, NULL, 'the-corrected-ferry', '{"language":"en","kicker":"","headline":"The corrected ferry","standfirst":"","bylines":["Ines Calloway"],"dateline":"","body":[{"kind":"paragraph","text":{"runs":[{"text":"The ferry carries 112 people."}]}}],"corrections":[{"text":"It said 120. It is 112.","at":"2026-11-22T19:40:00+00:00","said":"120","says":"112"}],"section":"city","topics":["Ferries"]}', '\xb1c4a46f45e0a815fef789858960e24ecbc70b80fd3f733944a2932b7448a03b', '\x82dcb4eb255e72581af092eb61b68bb9', '\x006b034510b1c4a46f45e0a815fef789858960e24e55d1ec14de0cf8de61e99ca6da3e70fba056aaaa069c688ac9f6b17f01df9033f52987435a3806ccf1d6dd1fba961397c31e50fd1ee664c4fd17280cbc849d0b', 4, NULL, '[{"kind":"Number","before":"120","after":"112","key":"gate.number.changed","sentence":"A number changed: \u201C120\u201D became \u201C112\u201D."}]', 'editor-of-the-tests', 5, NULL, '01a21bc738897a00a825ebaa0030cd7a');
INSERT INTO public.revision VALUES (3, 2, 5, 1795376400000, NULL, '', NULL, NULL, NULL, NULL, 6, NULL, NULL, 'editor-of-the-tests', 5, NULL, '01a21bc738897a00a825ebaa0030cd7a');
INSERT INTO public.revision VALUES (3, 1, 1, 1795376400000, NULL, '', NULL, NULL, NULL, NULL, 5, NULL, NULL, 'editor-of-the-tests', 5, NULL, '01a21bc738897a00a825ebaa0030cd7a');
INSERT INTO public.search VALUES (120485670656409601, '''120'':14 ''calloway'':8C ''carries'':13 ''ferries'':9C ''ferry'':2A,12 ''ines'':7C ''on'':4A ''people'':15 ''sails'':3A ''the'':1A,11', NULL);
INSERT INTO public.search VALUES (120485670656409602, '''112'':13 ''calloway'':7C ''carries'':12 ''corrected'':2A ''ferries'':8C ''ferry'':3A,11 ''ines'':6C ''people'':14 ''the'':1A,10', NULL);
INSERT INTO public.story VALUES (1, '20014', 'en', 4, false, true, 1, 1, 1795376400000, NULL, NULL, NULL, 'Europe/Copenhagen', 120485670656409601, 'the-ferry-sails-on', 'city', '', 'The ferry sails on', 'The ferry carries 120 people.', 'Ines Calloway', NULL, 0, 0, NULL, 0.5, 0.5, NULL, NULL, NULL, 0);
INSERT INTO public.story VALUES (2, '20023', 'en', 4, false, true, 2, 3, 1795376400000, 1795376400000, NULL, NULL, 'Europe/Copenhagen', 120485670656409602, 'the-corrected-ferry', 'city', '', 'The corrected ferry', 'The ferry carries 112 people.', 'Ines Calloway', NULL, 0, 0, NULL, 0.5, 0.5, NULL, NULL, NULL, 0);
INSERT INTO public.story VALUES (4, '20046', 'en', 3, false, false, 0, 0, 4951050000000, NULL, NULL, NULL, 'Europe/Copenhagen', 0, 'the-waiting-ferry', 'city', '', 'The waiting ferry', 'It waits.', '', NULL, 0, 0, NULL, 0.5, 0.5, NULL, 'waiting', '\x0e61e64f6d08c09e108c8f56669a9e67485e0b0043dde5a5c978f47b60ff8957', 0);
INSERT INTO public.story VALUES (3, '20038', 'en', 6, false, false, 2, 5, 1795376400000, NULL, 1, 1795376400000, 'Europe/Copenhagen', 120485670656409603, '', '', '', '', '', '', NULL, 0, 0, NULL, 0.5, 0.5, NULL, NULL, NULL, 0);
INSERT INTO public.story_byline VALUES ('en', 'ines-calloway', 120485670656409601, 1);
INSERT INTO public.story_byline VALUES ('en', 'ines-calloway', 120485670656409602, 2);
INSERT INTO public.story_note VALUES ('en', 1795376400000, 2, 0);
INSERT INTO public.story_topic VALUES ('en', 'ferries', 120485670656409601, 1);
INSERT INTO public.story_topic VALUES ('en', 'ferries', 120485670656409602, 2);
INSERT INTO public.term VALUES ('section', 'en', 'city', 'city');
INSERT INTO public.term VALUES ('topic', 'en', 'ferries', 'Ferries');
INSERT INTO public.term VALUES ('byline', 'en', 'ines-calloway', 'Ines Calloway');
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT "PK_draft" PRIMARY KEY (story_id);
ALTER TABLE ONLY public.id_allocator
    ADD CONSTRAINT "PK_id_allocator" PRIMARY KEY (name);
ALTER TABLE ONLY public.legacy_url
    ADD CONSTRAINT "PK_legacy_url" PRIMARY KEY (path);
ALTER TABLE ONLY public.log_cosignature
    ADD CONSTRAINT "PK_log_cosignature" PRIMARY KEY (tree_size, vkey);
ALTER TABLE ONLY public.log_entry
    ADD CONSTRAINT "PK_log_entry" PRIMARY KEY (log_index);
ALTER TABLE ONLY public.log_hash
    ADD CONSTRAINT "PK_log_hash" PRIMARY KEY (node_id);
ALTER TABLE ONLY public.log_head
    ADD CONSTRAINT "PK_log_head" PRIMARY KEY (id);
ALTER TABLE ONLY public.log_key
    ADD CONSTRAINT "PK_log_key" PRIMARY KEY (role, ordinal);
ALTER TABLE ONLY public.picture
    ADD CONSTRAINT "PK_picture" PRIMARY KEY (hash);
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT "PK_revision" PRIMARY KEY (story_id, number);
ALTER TABLE ONLY public.story
    ADD CONSTRAINT "PK_story" PRIMARY KEY (id);
ALTER TABLE ONLY public.story_byline
    ADD CONSTRAINT "PK_story_byline" PRIMARY KEY (edition, slug, sort_key, story_id);
ALTER TABLE ONLY public.story_note
    ADD CONSTRAINT "PK_story_note" PRIMARY KEY (edition, released_at, story_id, ordinal);
ALTER TABLE ONLY public.story_picture
    ADD CONSTRAINT "PK_story_picture" PRIMARY KEY (picture_hash, story_id);
ALTER TABLE ONLY public.story_topic
    ADD CONSTRAINT "PK_story_topic" PRIMARY KEY (edition, slug, sort_key, story_id);
ALTER TABLE ONLY public.term
    ADD CONSTRAINT "PK_term" PRIMARY KEY (kind, edition, slug);
ALTER TABLE ONLY public.search
    ADD CONSTRAINT search_pkey PRIMARY KEY (sort_key);
CREATE INDEX "IX_draft_scheduled_for" ON public.draft USING btree (scheduled_for) WHERE (scheduled_for IS NOT NULL);
CREATE INDEX "IX_legacy_url_story_id" ON public.legacy_url USING btree (story_id);
CREATE UNIQUE INDEX "IX_revision_log_index" ON public.revision USING btree (log_index);
CREATE INDEX "IX_revision_scheduled_for" ON public.revision USING btree (scheduled_for) WHERE (scheduled_for IS NOT NULL);
CREATE INDEX "IX_search_words" ON public.search USING gin (words);
CREATE INDEX "IX_story_byline_story_id" ON public.story_byline USING btree (story_id);
CREATE UNIQUE INDEX "IX_story_code" ON public.story USING btree (code);
CREATE INDEX "IX_story_edition_section_sort_key" ON public.story USING btree (edition, section, sort_key DESC) WHERE is_listed;
CREATE INDEX "IX_story_edition_sort_key" ON public.story USING btree (edition, sort_key DESC) WHERE is_listed;
CREATE INDEX "IX_story_note_story_id" ON public.story_note USING btree (story_id);
CREATE INDEX "IX_story_picture_story_id" ON public.story_picture USING btree (story_id);
CREATE INDEX "IX_story_sort_key" ON public.story USING btree (sort_key);
CREATE UNIQUE INDEX "IX_story_source_id" ON public.story USING btree (source_id);
CREATE INDEX "IX_story_topic_story_id" ON public.story_topic USING btree (story_id);
CREATE INDEX "IX_story_translation_key" ON public.story USING btree (translation_key) WHERE (translation_key IS NOT NULL);
CREATE TRIGGER log_moved AFTER INSERT OR UPDATE ON public.log_head FOR EACH ROW EXECUTE FUNCTION public.storyprint_log_moved();
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT "FK_draft_story_story_id" FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.legacy_url
    ADD CONSTRAINT "FK_legacy_url_story_story_id" FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT "FK_revision_story_story_id" FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE RESTRICT;
