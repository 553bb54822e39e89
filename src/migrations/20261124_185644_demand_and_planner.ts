import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`loans\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`item_key\` text NOT NULL,
  	\`lender_id\` text(36),
  	\`office_id\` text(36) NOT NULL,
  	\`topic_id\` text(36),
  	\`segment_id\` text(36),
  	\`variety_id\` text(36),
  	\`form\` text,
  	\`by_id\` text(36),
  	\`draft_id\` text(36),
  	\`seen_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`lender_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`draft_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`loans_key_idx\` ON \`loans\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`loans_item_key_idx\` ON \`loans\` (\`item_key\`);`)
  await db.run(sql`CREATE INDEX \`loans_lender_idx\` ON \`loans\` (\`lender_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_office_idx\` ON \`loans\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_topic_idx\` ON \`loans\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_segment_idx\` ON \`loans\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_variety_idx\` ON \`loans\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_by_idx\` ON \`loans\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_draft_idx\` ON \`loans\` (\`draft_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_updated_at_idx\` ON \`loans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`loans_created_at_idx\` ON \`loans\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`loans_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`videos_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`loans\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`loans_rels_order_idx\` ON \`loans_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`loans_rels_parent_idx\` ON \`loans_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_rels_path_idx\` ON \`loans_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`loans_rels_articles_id_idx\` ON \`loans_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`loans_rels_videos_id_idx\` ON \`loans_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE TABLE \`channels_market_digits\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`channels_market_digits_order_idx\` ON \`channels_market_digits\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`channels_market_digits_parent_idx\` ON \`channels_market_digits\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`channels_market_weekdays\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`channels_market_weekdays_order_idx\` ON \`channels_market_weekdays\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`channels_market_weekdays_parent_idx\` ON \`channels_market_weekdays\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`channels_market_except\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`channels_market_except_order_idx\` ON \`channels_market_except\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`channels_market_except_parent_id_idx\` ON \`channels_market_except\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`segments_closed\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`workdays\` integer DEFAULT true,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_closed_order_idx\` ON \`segments_closed\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`segments_closed_parent_id_idx\` ON \`segments_closed\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`segments_limits\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`share\` numeric,
  	\`floor\` numeric,
  	\`cap\` numeric,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_limits_order_idx\` ON \`segments_limits\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`segments_limits_parent_id_idx\` ON \`segments_limits\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`segments_limits_topic_idx\` ON \`segments_limits\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`occasions_years\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`document\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`occasions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`occasions_years_order_idx\` ON \`occasions_years\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`occasions_years_parent_id_idx\` ON \`occasions_years\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`occasions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`slug\` text,
  	\`rule\` text DEFAULT 'fixed' NOT NULL,
  	\`month\` numeric,
  	\`day\` numeric,
  	\`to_month\` numeric,
  	\`to_day\` numeric,
  	\`week\` numeric,
  	\`before\` numeric,
  	\`after\` numeric,
  	\`floor\` numeric,
  	\`pieces\` numeric DEFAULT 3,
  	\`source\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`occasions_slug_idx\` ON \`occasions\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`occasions_updated_at_idx\` ON \`occasions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`occasions_created_at_idx\` ON \`occasions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`occasions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	\`offices_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`occasions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offices_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`occasions_rels_order_idx\` ON \`occasions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`occasions_rels_parent_idx\` ON \`occasions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`occasions_rels_path_idx\` ON \`occasions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`occasions_rels_topics_id_idx\` ON \`occasions_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`occasions_rels_offices_id_idx\` ON \`occasions_rels\` (\`offices_id\`);`)
  await db.run(sql`CREATE TABLE \`holidays\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text DEFAULT 'off' NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text,
  	\`source\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`holidays_from_idx\` ON \`holidays\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`holidays_updated_at_idx\` ON \`holidays\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`holidays_created_at_idx\` ON \`holidays\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`offices_limits\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`share\` numeric,
  	\`floor\` numeric,
  	\`cap\` numeric,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`offices_limits_order_idx\` ON \`offices_limits\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`offices_limits_parent_id_idx\` ON \`offices_limits\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`offices_limits_topic_idx\` ON \`offices_limits\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`credits\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`office_id\` text(36),
  	\`week\` text NOT NULL,
  	\`sent\` numeric DEFAULT 0 NOT NULL,
  	\`owed\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`credits_key_idx\` ON \`credits\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`credits_office_idx\` ON \`credits\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`credits_updated_at_idx\` ON \`credits\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`credits_created_at_idx\` ON \`credits\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`lendable\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`borrowed_from_id\` text(36) REFERENCES articles(id);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`original_office_id\` text(36) REFERENCES offices(id);`)
  await db.run(sql`CREATE INDEX \`articles_borrowed_from_idx\` ON \`articles\` (\`borrowed_from_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_original_office_idx\` ON \`articles\` (\`original_office_id\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_lendable\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_borrowed_from_id\` text(36) REFERENCES articles(id);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_original_office_id\` text(36) REFERENCES offices(id);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_borrowed_from_idx\` ON \`_articles_v\` (\`version_borrowed_from_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_original_office_idx\` ON \`_articles_v\` (\`version_original_office_id\`);`)
  await db.run(sql`ALTER TABLE \`videos\` ADD \`lendable\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` ADD \`version_lendable\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`handed_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`held_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`let_go_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`let_go_by\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`let_go_why\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`platform\` integer;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`off_holidays\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`market_system\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`market_only\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`figures\` ADD \`completions\` numeric;`)
  await db.run(sql`ALTER TABLE \`figures\` ADD \`batch\` text;`)
  await db.run(sql`CREATE INDEX \`figures_batch_idx\` ON \`figures\` (\`batch\`);`)
  await db.run(sql`ALTER TABLE \`series\` ADD \`channel_id\` text(36) REFERENCES channels(id);`)
  await db.run(sql`CREATE INDEX \`series_channel_idx\` ON \`series\` (\`channel_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`loans_id\` text(36) REFERENCES loans(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`occasions_id\` text(36) REFERENCES occasions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`holidays_id\` text(36) REFERENCES holidays(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`credits_id\` text(36) REFERENCES credits(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_loans_id_idx\` ON \`payload_locked_documents_rels\` (\`loans_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_occasions_id_idx\` ON \`payload_locked_documents_rels\` (\`occasions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holidays_id_idx\` ON \`payload_locked_documents_rels\` (\`holidays_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_credits_id_idx\` ON \`payload_locked_documents_rels\` (\`credits_id\`);`)
  await db.run(sql`ALTER TABLE \`demand_weights\` ADD \`explore\` numeric DEFAULT 0.05;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`loans\`;`)
  await db.run(sql`DROP TABLE \`loans_rels\`;`)
  await db.run(sql`DROP TABLE \`channels_market_digits\`;`)
  await db.run(sql`DROP TABLE \`channels_market_weekdays\`;`)
  await db.run(sql`DROP TABLE \`channels_market_except\`;`)
  await db.run(sql`DROP TABLE \`segments_closed\`;`)
  await db.run(sql`DROP TABLE \`segments_limits\`;`)
  await db.run(sql`DROP TABLE \`occasions_years\`;`)
  await db.run(sql`DROP TABLE \`occasions\`;`)
  await db.run(sql`DROP TABLE \`occasions_rels\`;`)
  await db.run(sql`DROP TABLE \`holidays\`;`)
  await db.run(sql`DROP TABLE \`offices_limits\`;`)
  await db.run(sql`DROP TABLE \`credits\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_articles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`form\` text DEFAULT 'case',
  	\`verdict\` text,
  	\`answer\` text,
  	\`topic_id\` text(36),
  	\`story\` text,
  	\`question\` text,
  	\`cover_id\` text(36),
  	\`variant_of_id\` text(36),
  	\`import_key\` text,
  	\`slug\` text,
  	\`office_id\` text(36),
  	\`variety_id\` text(36),
  	\`series_id\` text(36),
  	\`source\` text,
  	\`commission\` text,
  	\`review_stage\` text DEFAULT 'draft',
  	\`review_submitted_by_id\` text(36),
  	\`review_submitted_at\` text,
  	\`review_submitted_hash\` text,
  	\`review_approved_by_id\` text(36),
  	\`review_approved_at\` text,
  	\`review_approved_hash\` text,
  	\`review_reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variant_of_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`review_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`review_approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles\`("id", "title", "form", "verdict", "answer", "topic_id", "story", "question", "cover_id", "variant_of_id", "import_key", "slug", "office_id", "variety_id", "series_id", "source", "commission", "review_stage", "review_submitted_by_id", "review_submitted_at", "review_submitted_hash", "review_approved_by_id", "review_approved_at", "review_approved_hash", "review_reason", "updated_at", "created_at", "_status") SELECT "id", "title", "form", "verdict", "answer", "topic_id", "story", "question", "cover_id", "variant_of_id", "import_key", "slug", "office_id", "variety_id", "series_id", "source", "commission", "review_stage", "review_submitted_by_id", "review_submitted_at", "review_submitted_hash", "review_approved_by_id", "review_approved_at", "review_approved_hash", "review_reason", "updated_at", "created_at", "_status" FROM \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles\` RENAME TO \`articles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`articles_topic_idx\` ON \`articles\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_cover_idx\` ON \`articles\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_variant_of_idx\` ON \`articles\` (\`variant_of_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_import_key_idx\` ON \`articles\` (\`import_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_office_idx\` ON \`articles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_variety_idx\` ON \`articles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_series_idx\` ON \`articles\` (\`series_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_commission_idx\` ON \`articles\` (\`commission\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_review_stage_idx\` ON \`articles\` (\`review_stage\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_review_submitted_by_idx\` ON \`articles\` (\`review_submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_review_approved_by_idx\` ON \`articles\` (\`review_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_form\` text DEFAULT 'case',
  	\`version_verdict\` text,
  	\`version_answer\` text,
  	\`version_topic_id\` text(36),
  	\`version_story\` text,
  	\`version_question\` text,
  	\`version_cover_id\` text(36),
  	\`version_variant_of_id\` text(36),
  	\`version_import_key\` text,
  	\`version_slug\` text,
  	\`version_office_id\` text(36),
  	\`version_variety_id\` text(36),
  	\`version_series_id\` text(36),
  	\`version_source\` text,
  	\`version_commission\` text,
  	\`version_review_stage\` text DEFAULT 'draft',
  	\`version_review_submitted_by_id\` text(36),
  	\`version_review_submitted_at\` text,
  	\`version_review_submitted_hash\` text,
  	\`version_review_approved_by_id\` text(36),
  	\`version_review_approved_at\` text,
  	\`version_review_approved_hash\` text,
  	\`version_review_reason\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_cover_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_variant_of_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_review_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_review_approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v\`("id", "parent_id", "version_title", "version_form", "version_verdict", "version_answer", "version_topic_id", "version_story", "version_question", "version_cover_id", "version_variant_of_id", "version_import_key", "version_slug", "version_office_id", "version_variety_id", "version_series_id", "version_source", "version_commission", "version_review_stage", "version_review_submitted_by_id", "version_review_submitted_at", "version_review_submitted_hash", "version_review_approved_by_id", "version_review_approved_at", "version_review_approved_hash", "version_review_reason", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_form", "version_verdict", "version_answer", "version_topic_id", "version_story", "version_question", "version_cover_id", "version_variant_of_id", "version_import_key", "version_slug", "version_office_id", "version_variety_id", "version_series_id", "version_source", "version_commission", "version_review_stage", "version_review_submitted_by_id", "version_review_submitted_at", "version_review_submitted_hash", "version_review_approved_by_id", "version_review_approved_at", "version_review_approved_hash", "version_review_reason", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v\` RENAME TO \`_articles_v\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_topic_idx\` ON \`_articles_v\` (\`version_topic_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_cover_idx\` ON \`_articles_v\` (\`version_cover_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_variant_of_idx\` ON \`_articles_v\` (\`version_variant_of_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_import_key_idx\` ON \`_articles_v\` (\`version_import_key\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_office_idx\` ON \`_articles_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_variety_idx\` ON \`_articles_v\` (\`version_variety_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_series_idx\` ON \`_articles_v\` (\`version_series_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_commission_idx\` ON \`_articles_v\` (\`version_commission\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_review_version_review_stage_idx\` ON \`_articles_v\` (\`version_review_stage\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_review_version_review_submitted_by_idx\` ON \`_articles_v\` (\`version_review_submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_review_version_review_approved_by_idx\` ON \`_articles_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_autosave_idx\` ON \`_articles_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_series\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`office_id\` text(36),
  	\`owner_id\` text(36),
  	\`topic_id\` text(36),
  	\`segment_id\` text(36),
  	\`weekday\` numeric,
  	\`time\` text,
  	\`about\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_series\`("id", "name", "slug", "office_id", "owner_id", "topic_id", "segment_id", "weekday", "time", "about", "updated_at", "created_at") SELECT "id", "name", "slug", "office_id", "owner_id", "topic_id", "segment_id", "weekday", "time", "about", "updated_at", "created_at" FROM \`series\`;`)
  await db.run(sql`DROP TABLE \`series\`;`)
  await db.run(sql`ALTER TABLE \`__new_series\` RENAME TO \`series\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`series_slug_idx\` ON \`series\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`series_office_idx\` ON \`series\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`series_owner_idx\` ON \`series\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`series_topic_idx\` ON \`series\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`series_segment_idx\` ON \`series\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`series_updated_at_idx\` ON \`series\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`series_created_at_idx\` ON \`series\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`videos_id\` text(36),
  	\`tracks_id\` text(36),
  	\`subtitles_id\` text(36),
  	\`readings_id\` text(36),
  	\`images_id\` text(36),
  	\`files_id\` text(36),
  	\`campaigns_id\` text(36),
  	\`deliveries_id\` text(36),
  	\`channels_id\` text(36),
  	\`links_id\` text(36),
  	\`figures_id\` text(36),
  	\`questions_id\` text(36),
  	\`signals_id\` text(36),
  	\`topics_id\` text(36),
  	\`segments_id\` text(36),
  	\`varieties_id\` text(36),
  	\`series_id\` text(36),
  	\`statutes_id\` text(36),
  	\`provisions_id\` text(36),
  	\`offices_id\` text(36),
  	\`users_id\` text(36),
  	\`audit_id\` text(36),
  	\`media_steps_id\` text(36),
  	\`kits_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tracks_id\`) REFERENCES \`tracks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`subtitles_id\`) REFERENCES \`subtitles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`readings_id\`) REFERENCES \`readings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`campaigns_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`deliveries_id\`) REFERENCES \`deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`channels_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`links_id\`) REFERENCES \`links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`figures_id\`) REFERENCES \`figures\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`questions_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`signals_id\`) REFERENCES \`signals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`varieties_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`statutes_id\`) REFERENCES \`statutes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`provisions_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offices_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_id\`) REFERENCES \`audit\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_steps_id\`) REFERENCES \`media_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`kits_id\`) REFERENCES \`kits\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "videos_id", "tracks_id", "subtitles_id", "readings_id", "images_id", "files_id", "campaigns_id", "deliveries_id", "channels_id", "links_id", "figures_id", "questions_id", "signals_id", "topics_id", "segments_id", "varieties_id", "series_id", "statutes_id", "provisions_id", "offices_id", "users_id", "audit_id", "media_steps_id", "kits_id") SELECT "id", "order", "parent_id", "path", "articles_id", "videos_id", "tracks_id", "subtitles_id", "readings_id", "images_id", "files_id", "campaigns_id", "deliveries_id", "channels_id", "links_id", "figures_id", "questions_id", "signals_id", "topics_id", "segments_id", "varieties_id", "series_id", "statutes_id", "provisions_id", "offices_id", "users_id", "audit_id", "media_steps_id", "kits_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_videos_id_idx\` ON \`payload_locked_documents_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tracks_id_idx\` ON \`payload_locked_documents_rels\` (\`tracks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subtitles_id_idx\` ON \`payload_locked_documents_rels\` (\`subtitles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_readings_id_idx\` ON \`payload_locked_documents_rels\` (\`readings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_images_id_idx\` ON \`payload_locked_documents_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_files_id_idx\` ON \`payload_locked_documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_channels_id_idx\` ON \`payload_locked_documents_rels\` (\`channels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_links_id_idx\` ON \`payload_locked_documents_rels\` (\`links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_figures_id_idx\` ON \`payload_locked_documents_rels\` (\`figures_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_questions_id_idx\` ON \`payload_locked_documents_rels\` (\`questions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_signals_id_idx\` ON \`payload_locked_documents_rels\` (\`signals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_segments_id_idx\` ON \`payload_locked_documents_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_varieties_id_idx\` ON \`payload_locked_documents_rels\` (\`varieties_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_series_id_idx\` ON \`payload_locked_documents_rels\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_statutes_id_idx\` ON \`payload_locked_documents_rels\` (\`statutes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_provisions_id_idx\` ON \`payload_locked_documents_rels\` (\`provisions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_offices_id_idx\` ON \`payload_locked_documents_rels\` (\`offices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_steps_id_idx\` ON \`payload_locked_documents_rels\` (\`media_steps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_kits_id_idx\` ON \`payload_locked_documents_rels\` (\`kits_id\`);`)
  await db.run(sql`DROP INDEX \`figures_batch_idx\`;`)
  await db.run(sql`ALTER TABLE \`figures\` DROP COLUMN \`completions\`;`)
  await db.run(sql`ALTER TABLE \`figures\` DROP COLUMN \`batch\`;`)
  await db.run(sql`ALTER TABLE \`videos\` DROP COLUMN \`lendable\`;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` DROP COLUMN \`version_lendable\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`handed_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`held_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`let_go_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`let_go_by\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`let_go_why\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`platform\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`off_holidays\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`market_system\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`market_only\`;`)
  await db.run(sql`ALTER TABLE \`demand_weights\` DROP COLUMN \`explore\`;`)
}
