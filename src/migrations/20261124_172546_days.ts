import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`channels\` ADD \`off_holidays\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`market_system\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`market_only\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`series\` ADD \`channel_id\` text(36) REFERENCES channels(id);`)
  await db.run(sql`CREATE INDEX \`series_channel_idx\` ON \`series\` (\`channel_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`occasions_id\` text(36) REFERENCES occasions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`holidays_id\` text(36) REFERENCES holidays(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_occasions_id_idx\` ON \`payload_locked_documents_rels\` (\`occasions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holidays_id_idx\` ON \`payload_locked_documents_rels\` (\`holidays_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`channels_market_digits\`;`)
  await db.run(sql`DROP TABLE \`channels_market_weekdays\`;`)
  await db.run(sql`DROP TABLE \`channels_market_except\`;`)
  await db.run(sql`DROP TABLE \`segments_closed\`;`)
  await db.run(sql`DROP TABLE \`occasions_years\`;`)
  await db.run(sql`DROP TABLE \`occasions\`;`)
  await db.run(sql`DROP TABLE \`occasions_rels\`;`)
  await db.run(sql`DROP TABLE \`holidays\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
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
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`off_holidays\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`market_system\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`market_only\`;`)
}
