import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`tracks_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`tracks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`tracks_rels_order_idx\` ON \`tracks_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`tracks_rels_parent_idx\` ON \`tracks_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_rels_path_idx\` ON \`tracks_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`tracks_rels_users_id_idx\` ON \`tracks_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`subtitles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`subtitles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`subtitles_rels_order_idx\` ON \`subtitles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_rels_parent_idx\` ON \`subtitles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_rels_path_idx\` ON \`subtitles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_rels_users_id_idx\` ON \`subtitles_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`readings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`article_id\` text(36) NOT NULL,
  	\`variety_id\` text(36) NOT NULL,
  	\`file_id\` text(36),
  	\`speaker\` text,
  	\`synthetic\` integer DEFAULT false,
  	\`text\` text,
  	\`text_hash\` text,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`lease_owner\` text,
  	\`lease_until\` numeric DEFAULT 0,
  	\`attempts\` numeric DEFAULT 0,
  	\`ready_at\` numeric DEFAULT 0,
  	\`error\` text,
  	\`audio\` text,
  	\`approved_audio\` text,
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`approved_hash\` text,
  	\`returned_by_id\` text(36),
  	\`returned_at\` text,
  	\`return_reason\` text,
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`returned_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`readings_article_idx\` ON \`readings\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_variety_idx\` ON \`readings\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_file_idx\` ON \`readings\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_state_idx\` ON \`readings\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`readings_lease_until_idx\` ON \`readings\` (\`lease_until\`);`)
  await db.run(sql`CREATE INDEX \`readings_ready_at_idx\` ON \`readings\` (\`ready_at\`);`)
  await db.run(sql`CREATE INDEX \`readings_approved_by_idx\` ON \`readings\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_returned_by_idx\` ON \`readings\` (\`returned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_office_idx\` ON \`readings\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_updated_at_idx\` ON \`readings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`readings_created_at_idx\` ON \`readings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`readings_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`readings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`readings_rels_order_idx\` ON \`readings_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`readings_rels_parent_idx\` ON \`readings_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`readings_rels_path_idx\` ON \`readings_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`readings_rels_users_id_idx\` ON \`readings_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_bans\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`item_key\` text NOT NULL,
  	\`segment_key\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_bans_order_idx\` ON \`campaigns_bans\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_bans_parent_id_idx\` ON \`campaigns_bans\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`signals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`segment_id\` text(36),
  	\`count\` numeric NOT NULL,
  	\`source\` text NOT NULL,
  	\`date\` text NOT NULL,
  	\`from\` text,
  	\`to\` text,
  	\`office_id\` text(36),
  	\`import_key\` text,
  	\`batch\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`signals_kind_idx\` ON \`signals\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`signals_topic_idx\` ON \`signals\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`signals_segment_idx\` ON \`signals\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`signals_date_idx\` ON \`signals\` (\`date\`);`)
  await db.run(sql`CREATE INDEX \`signals_office_idx\` ON \`signals\` (\`office_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`signals_import_key_idx\` ON \`signals\` (\`import_key\`);`)
  await db.run(sql`CREATE INDEX \`signals_batch_idx\` ON \`signals\` (\`batch\`);`)
  await db.run(sql`CREATE INDEX \`signals_updated_at_idx\` ON \`signals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`signals_created_at_idx\` ON \`signals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`kits\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`variety\` text NOT NULL,
  	\`written\` text,
  	\`office_id\` text(36),
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`lease_owner\` text,
  	\`lease_until\` numeric DEFAULT 0,
  	\`attempts\` numeric DEFAULT 0,
  	\`ready_at\` numeric DEFAULT 0,
  	\`percent\` numeric DEFAULT 0,
  	\`speed\` numeric,
  	\`error\` text,
  	\`made\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`kits_key_idx\` ON \`kits\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`kits_video_idx\` ON \`kits\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`kits_office_idx\` ON \`kits\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`kits_state_idx\` ON \`kits\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`kits_lease_until_idx\` ON \`kits\` (\`lease_until\`);`)
  await db.run(sql`CREATE INDEX \`kits_ready_at_idx\` ON \`kits\` (\`ready_at\`);`)
  await db.run(sql`CREATE INDEX \`kits_updated_at_idx\` ON \`kits\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`kits_created_at_idx\` ON \`kits\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`demand_weights\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`consultation\` numeric DEFAULT 0.35 NOT NULL,
  	\`search\` numeric DEFAULT 0.25 NOT NULL,
  	\`survey\` numeric DEFAULT 0.2 NOT NULL,
  	\`completion\` numeric DEFAULT 0.15 NOT NULL,
  	\`caseload\` numeric DEFAULT 0.05 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_subtitles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`variety_id\` text(36) NOT NULL,
  	\`file_id\` text(36),
  	\`origin\` text DEFAULT 'human' NOT NULL,
  	\`approved_file_id\` text(36),
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`approved_hash\` text,
  	\`returned_by_id\` text(36),
  	\`returned_at\` text,
  	\`return_reason\` text,
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`returned_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_subtitles\`("id", "video_id", "variety_id", "file_id", "origin", "approved_file_id", "approved_by_id", "approved_at", "approved_hash", "office_id", "updated_at", "created_at") SELECT "id", "video_id", "variety_id", "file_id", "origin", "approved_file_id", "approved_by_id", "approved_at", "approved_hash", "office_id", "updated_at", "created_at" FROM \`subtitles\`;`)
  await db.run(sql`DROP TABLE \`subtitles\`;`)
  await db.run(sql`ALTER TABLE \`__new_subtitles\` RENAME TO \`subtitles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`subtitles_video_idx\` ON \`subtitles\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_variety_idx\` ON \`subtitles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_file_idx\` ON \`subtitles\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_file_idx\` ON \`subtitles\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_by_idx\` ON \`subtitles\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_returned_by_idx\` ON \`subtitles\` (\`returned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_office_idx\` ON \`subtitles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_updated_at_idx\` ON \`subtitles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_created_at_idx\` ON \`subtitles\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`commission\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_commission_idx\` ON \`articles\` (\`commission\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_commission\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_commission_idx\` ON \`_articles_v\` (\`version_commission\`);`)
  await db.run(sql`ALTER TABLE \`videos\` ADD \`poster_at\` numeric;`)
  await db.run(sql`ALTER TABLE \`videos\` ADD \`commission\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`videos_commission_idx\` ON \`videos\` (\`commission\`);`)
  await db.run(sql`ALTER TABLE \`_videos_v\` ADD \`version_poster_at\` numeric;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` ADD \`version_commission\` text;`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_commission_idx\` ON \`_videos_v\` (\`version_commission\`);`)
  await db.run(sql`ALTER TABLE \`tracks\` ADD \`returned_by_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`tracks\` ADD \`returned_at\` text;`)
  await db.run(sql`ALTER TABLE \`tracks\` ADD \`return_reason\` text;`)
  await db.run(sql`CREATE INDEX \`tracks_returned_by_idx\` ON \`tracks\` (\`returned_by_id\`);`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_avif_url\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_avif_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_avif_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_avif_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_avif_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_avif_filename\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_jpeg_url\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_jpeg_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_jpeg_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_jpeg_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_jpeg_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_small_jpeg_filename\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_avif_url\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_avif_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_avif_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_avif_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_avif_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_avif_filename\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_jpeg_url\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_jpeg_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_jpeg_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_jpeg_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_jpeg_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`sizes_large_jpeg_filename\` text;`)
  await db.run(sql`CREATE INDEX \`images_sizes_small_avif_sizes_small_avif_filename_idx\` ON \`images\` (\`sizes_small_avif_filename\`);`)
  await db.run(sql`CREATE INDEX \`images_sizes_small_jpeg_sizes_small_jpeg_filename_idx\` ON \`images\` (\`sizes_small_jpeg_filename\`);`)
  await db.run(sql`CREATE INDEX \`images_sizes_large_avif_sizes_large_avif_filename_idx\` ON \`images\` (\`sizes_large_avif_filename\`);`)
  await db.run(sql`CREATE INDEX \`images_sizes_large_jpeg_sizes_large_jpeg_filename_idx\` ON \`images\` (\`sizes_large_jpeg_filename\`);`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`kind\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`upload\` text;`)
  await db.run(sql`CREATE INDEX \`files_kind_idx\` ON \`files\` (\`kind\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_upload_idx\` ON \`files\` (\`upload\`);`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`pinned\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`segments\` ADD \`population_date\` text;`)
  await db.run(sql`ALTER TABLE \`segments\` ADD \`habits_source\` text;`)
  await db.run(sql`ALTER TABLE \`segments\` ADD \`habits_date\` text;`)
  await db.run(sql`ALTER TABLE \`varieties\` ADD \`voice\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`readings_id\` text(36) REFERENCES readings(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`signals_id\` text(36) REFERENCES signals(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`kits_id\` text(36) REFERENCES kits(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_readings_id_idx\` ON \`payload_locked_documents_rels\` (\`readings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_signals_id_idx\` ON \`payload_locked_documents_rels\` (\`signals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_kits_id_idx\` ON \`payload_locked_documents_rels\` (\`kits_id\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`media_loudness\` numeric DEFAULT -16 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`media_true_peak\` numeric DEFAULT -1.5 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`media_speech_command\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`tracks_rels\`;`)
  await db.run(sql`DROP TABLE \`subtitles_rels\`;`)
  await db.run(sql`DROP TABLE \`readings\`;`)
  await db.run(sql`DROP TABLE \`readings_rels\`;`)
  await db.run(sql`DROP TABLE \`campaigns_bans\`;`)
  await db.run(sql`DROP TABLE \`signals\`;`)
  await db.run(sql`DROP TABLE \`kits\`;`)
  await db.run(sql`DROP TABLE \`demand_weights\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_tracks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`variety_id\` text(36) NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`speaker\` text,
  	\`synthetic\` integer DEFAULT false,
  	\`offset_ms\` numeric DEFAULT 0,
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`approved_hash\` text,
  	\`approved_file_id\` text(36),
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_tracks\`("id", "video_id", "variety_id", "file_id", "speaker", "synthetic", "offset_ms", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at") SELECT "id", "video_id", "variety_id", "file_id", "speaker", "synthetic", "offset_ms", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at" FROM \`tracks\`;`)
  await db.run(sql`DROP TABLE \`tracks\`;`)
  await db.run(sql`ALTER TABLE \`__new_tracks\` RENAME TO \`tracks\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`tracks_video_idx\` ON \`tracks\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_variety_idx\` ON \`tracks\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_file_idx\` ON \`tracks\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_approved_by_idx\` ON \`tracks\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_approved_file_idx\` ON \`tracks\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_office_idx\` ON \`tracks\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_updated_at_idx\` ON \`tracks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tracks_created_at_idx\` ON \`tracks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_subtitles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`variety_id\` text(36) NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`origin\` text DEFAULT 'human' NOT NULL,
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`approved_hash\` text,
  	\`approved_file_id\` text(36),
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_subtitles\`("id", "video_id", "variety_id", "file_id", "origin", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at") SELECT "id", "video_id", "variety_id", "file_id", "origin", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at" FROM \`subtitles\`;`)
  await db.run(sql`DROP TABLE \`subtitles\`;`)
  await db.run(sql`ALTER TABLE \`__new_subtitles\` RENAME TO \`subtitles\`;`)
  await db.run(sql`CREATE INDEX \`subtitles_video_idx\` ON \`subtitles\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_variety_idx\` ON \`subtitles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_file_idx\` ON \`subtitles\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_by_idx\` ON \`subtitles\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_file_idx\` ON \`subtitles\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_office_idx\` ON \`subtitles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_updated_at_idx\` ON \`subtitles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_created_at_idx\` ON \`subtitles\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`videos_id\` text(36),
  	\`tracks_id\` text(36),
  	\`subtitles_id\` text(36),
  	\`images_id\` text(36),
  	\`files_id\` text(36),
  	\`campaigns_id\` text(36),
  	\`deliveries_id\` text(36),
  	\`channels_id\` text(36),
  	\`links_id\` text(36),
  	\`figures_id\` text(36),
  	\`questions_id\` text(36),
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tracks_id\`) REFERENCES \`tracks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`subtitles_id\`) REFERENCES \`subtitles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`campaigns_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`deliveries_id\`) REFERENCES \`deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`channels_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`links_id\`) REFERENCES \`links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`figures_id\`) REFERENCES \`figures\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`questions_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`varieties_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`statutes_id\`) REFERENCES \`statutes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`provisions_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offices_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_id\`) REFERENCES \`audit\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_steps_id\`) REFERENCES \`media_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "videos_id", "tracks_id", "subtitles_id", "images_id", "files_id", "campaigns_id", "deliveries_id", "channels_id", "links_id", "figures_id", "questions_id", "topics_id", "segments_id", "varieties_id", "series_id", "statutes_id", "provisions_id", "offices_id", "users_id", "audit_id", "media_steps_id") SELECT "id", "order", "parent_id", "path", "articles_id", "videos_id", "tracks_id", "subtitles_id", "images_id", "files_id", "campaigns_id", "deliveries_id", "channels_id", "links_id", "figures_id", "questions_id", "topics_id", "segments_id", "varieties_id", "series_id", "statutes_id", "provisions_id", "offices_id", "users_id", "audit_id", "media_steps_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_videos_id_idx\` ON \`payload_locked_documents_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tracks_id_idx\` ON \`payload_locked_documents_rels\` (\`tracks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subtitles_id_idx\` ON \`payload_locked_documents_rels\` (\`subtitles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_images_id_idx\` ON \`payload_locked_documents_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_files_id_idx\` ON \`payload_locked_documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_channels_id_idx\` ON \`payload_locked_documents_rels\` (\`channels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_links_id_idx\` ON \`payload_locked_documents_rels\` (\`links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_figures_id_idx\` ON \`payload_locked_documents_rels\` (\`figures_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_questions_id_idx\` ON \`payload_locked_documents_rels\` (\`questions_id\`);`)
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
  await db.run(sql`DROP INDEX \`articles_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`commission\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_commission\`;`)
  await db.run(sql`DROP INDEX \`videos_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`videos\` DROP COLUMN \`poster_at\`;`)
  await db.run(sql`ALTER TABLE \`videos\` DROP COLUMN \`commission\`;`)
  await db.run(sql`DROP INDEX \`_videos_v_version_version_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` DROP COLUMN \`version_poster_at\`;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` DROP COLUMN \`version_commission\`;`)
  await db.run(sql`DROP INDEX \`images_sizes_small_avif_sizes_small_avif_filename_idx\`;`)
  await db.run(sql`DROP INDEX \`images_sizes_small_jpeg_sizes_small_jpeg_filename_idx\`;`)
  await db.run(sql`DROP INDEX \`images_sizes_large_avif_sizes_large_avif_filename_idx\`;`)
  await db.run(sql`DROP INDEX \`images_sizes_large_jpeg_sizes_large_jpeg_filename_idx\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_avif_url\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_avif_width\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_avif_height\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_avif_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_avif_filesize\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_avif_filename\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_jpeg_url\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_jpeg_width\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_jpeg_height\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_jpeg_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_jpeg_filesize\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_small_jpeg_filename\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_avif_url\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_avif_width\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_avif_height\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_avif_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_avif_filesize\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_avif_filename\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_jpeg_url\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_jpeg_width\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_jpeg_height\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_jpeg_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_jpeg_filesize\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`sizes_large_jpeg_filename\`;`)
  await db.run(sql`DROP INDEX \`files_kind_idx\`;`)
  await db.run(sql`DROP INDEX \`files_upload_idx\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`upload\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`pinned\`;`)
  await db.run(sql`ALTER TABLE \`segments\` DROP COLUMN \`population_date\`;`)
  await db.run(sql`ALTER TABLE \`segments\` DROP COLUMN \`habits_source\`;`)
  await db.run(sql`ALTER TABLE \`segments\` DROP COLUMN \`habits_date\`;`)
  await db.run(sql`ALTER TABLE \`varieties\` DROP COLUMN \`voice\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`media_loudness\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`media_true_peak\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`media_speech_command\`;`)
}
