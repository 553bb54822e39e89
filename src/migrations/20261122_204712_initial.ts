import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`articles_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_steps_order_idx\` ON \`articles_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_steps_parent_id_idx\` ON \`articles_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_call_whom\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`telephone\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_call_whom_order_idx\` ON \`articles_call_whom\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_call_whom_parent_id_idx\` ON \`articles_call_whom\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_statute_quote\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`provision_id\` text(36),
  	\`plain\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_statute_quote_order_idx\` ON \`articles_blocks_statute_quote\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_statute_quote_parent_id_idx\` ON \`articles_blocks_statute_quote\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_statute_quote_path_idx\` ON \`articles_blocks_statute_quote\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_statute_quote_provision_idx\` ON \`articles_blocks_statute_quote\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`content\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_text_order_idx\` ON \`articles_blocks_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_text_parent_id_idx\` ON \`articles_blocks_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_text_path_idx\` ON \`articles_blocks_text\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_film\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`video_id\` text(36),
  	\`block_name\` text,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_film_order_idx\` ON \`articles_blocks_film\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_film_parent_id_idx\` ON \`articles_blocks_film\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_film_path_idx\` ON \`articles_blocks_film\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_film_video_idx\` ON \`articles_blocks_film\` (\`video_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_notice\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_notice_order_idx\` ON \`articles_blocks_notice\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_notice_parent_id_idx\` ON \`articles_blocks_notice\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_notice_path_idx\` ON \`articles_blocks_notice\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_choice_options\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`consequence\` text,
  	\`right\` integer DEFAULT false,
  	\`provision_id\` text(36),
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles_blocks_choice\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_choice_options_order_idx\` ON \`articles_blocks_choice_options\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_choice_options_parent_id_idx\` ON \`articles_blocks_choice_options\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_choice_options_provision_idx\` ON \`articles_blocks_choice_options\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_choice\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`scene\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_choice_order_idx\` ON \`articles_blocks_choice\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_choice_parent_id_idx\` ON \`articles_blocks_choice\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_choice_path_idx\` ON \`articles_blocks_choice\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_risks_rows\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`check\` text,
  	\`penalty\` text,
  	\`provision_id\` text(36),
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles_blocks_risks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_risks_rows_order_idx\` ON \`articles_blocks_risks_rows\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_risks_rows_parent_id_idx\` ON \`articles_blocks_risks_rows\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_risks_rows_provision_idx\` ON \`articles_blocks_risks_rows\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_blocks_risks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`heading\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_blocks_risks_order_idx\` ON \`articles_blocks_risks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_risks_parent_id_idx\` ON \`articles_blocks_risks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_blocks_risks_path_idx\` ON \`articles_blocks_risks\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`articles_citations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`raw\` text,
  	\`law\` text,
  	\`number\` text,
  	\`provision_id\` text(36),
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_citations_order_idx\` ON \`articles_citations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_citations_parent_id_idx\` ON \`articles_citations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_citations_provision_idx\` ON \`articles_citations\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_review_signoffs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`stage\` numeric,
  	\`decision\` text,
  	\`by_id\` text(36),
  	\`at\` text,
  	\`version_hash\` text,
  	\`note\` text,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_review_signoffs_order_idx\` ON \`articles_review_signoffs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_signoffs_parent_id_idx\` ON \`articles_review_signoffs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_signoffs_by_idx\` ON \`articles_review_signoffs\` (\`by_id\`);`)
  await db.run(sql`CREATE TABLE \`articles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`form\` text DEFAULT 'case',
  	\`verdict\` text,
  	\`answer\` text,
  	\`topic_id\` text(36),
  	\`question\` text,
  	\`story\` text,
  	\`cover_id\` text(36),
  	\`variant_of_id\` text(36),
  	\`import_key\` text,
  	\`slug\` text,
  	\`office_id\` text(36),
  	\`variety_id\` text(36),
  	\`series_id\` text(36),
  	\`source\` text,
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
  await db.run(sql`CREATE INDEX \`articles_topic_idx\` ON \`articles\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_cover_idx\` ON \`articles\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_variant_of_idx\` ON \`articles\` (\`variant_of_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_import_key_idx\` ON \`articles\` (\`import_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_office_idx\` ON \`articles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_variety_idx\` ON \`articles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_series_idx\` ON \`articles\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_review_stage_idx\` ON \`articles\` (\`review_stage\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_review_submitted_by_idx\` ON \`articles\` (\`review_submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_review_review_approved_by_idx\` ON \`articles\` (\`review_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`segments_id\` text(36),
  	\`topics_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_segments_id_idx\` ON \`articles_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_topics_id_idx\` ON \`articles_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_users_id_idx\` ON \`articles_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_version_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_version_steps_order_idx\` ON \`_articles_v_version_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_steps_parent_id_idx\` ON \`_articles_v_version_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_version_call_whom\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`telephone\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_version_call_whom_order_idx\` ON \`_articles_v_version_call_whom\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_call_whom_parent_id_idx\` ON \`_articles_v_version_call_whom\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_statute_quote\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`provision_id\` text(36),
  	\`plain\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_statute_quote_order_idx\` ON \`_articles_v_blocks_statute_quote\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_statute_quote_parent_id_idx\` ON \`_articles_v_blocks_statute_quote\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_statute_quote_path_idx\` ON \`_articles_v_blocks_statute_quote\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_statute_quote_provision_idx\` ON \`_articles_v_blocks_statute_quote\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`content\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_text_order_idx\` ON \`_articles_v_blocks_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_text_parent_id_idx\` ON \`_articles_v_blocks_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_text_path_idx\` ON \`_articles_v_blocks_text\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_film\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36),
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_film_order_idx\` ON \`_articles_v_blocks_film\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_film_parent_id_idx\` ON \`_articles_v_blocks_film\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_film_path_idx\` ON \`_articles_v_blocks_film\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_film_video_idx\` ON \`_articles_v_blocks_film\` (\`video_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_notice\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_notice_order_idx\` ON \`_articles_v_blocks_notice\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_notice_parent_id_idx\` ON \`_articles_v_blocks_notice\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_notice_path_idx\` ON \`_articles_v_blocks_notice\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_choice_options\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`consequence\` text,
  	\`right\` integer DEFAULT false,
  	\`provision_id\` text(36),
  	\`_uuid\` text,
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v_blocks_choice\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_choice_options_order_idx\` ON \`_articles_v_blocks_choice_options\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_choice_options_parent_id_idx\` ON \`_articles_v_blocks_choice_options\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_choice_options_provision_idx\` ON \`_articles_v_blocks_choice_options\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_choice\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`scene\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_choice_order_idx\` ON \`_articles_v_blocks_choice\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_choice_parent_id_idx\` ON \`_articles_v_blocks_choice\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_choice_path_idx\` ON \`_articles_v_blocks_choice\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_risks_rows\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`check\` text,
  	\`penalty\` text,
  	\`provision_id\` text(36),
  	\`_uuid\` text,
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v_blocks_risks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_risks_rows_order_idx\` ON \`_articles_v_blocks_risks_rows\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_risks_rows_parent_id_idx\` ON \`_articles_v_blocks_risks_rows\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_risks_rows_provision_idx\` ON \`_articles_v_blocks_risks_rows\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_blocks_risks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`heading\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_risks_order_idx\` ON \`_articles_v_blocks_risks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_risks_parent_id_idx\` ON \`_articles_v_blocks_risks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_blocks_risks_path_idx\` ON \`_articles_v_blocks_risks\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_version_citations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`raw\` text,
  	\`law\` text,
  	\`number\` text,
  	\`provision_id\` text(36),
  	\`_uuid\` text,
  	FOREIGN KEY (\`provision_id\`) REFERENCES \`provisions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_version_citations_order_idx\` ON \`_articles_v_version_citations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_citations_parent_id_idx\` ON \`_articles_v_version_citations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_citations_provision_idx\` ON \`_articles_v_version_citations\` (\`provision_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_version_review_signoffs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stage\` numeric,
  	\`decision\` text,
  	\`by_id\` text(36),
  	\`at\` text,
  	\`version_hash\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_version_review_signoffs_order_idx\` ON \`_articles_v_version_review_signoffs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_review_signoffs_parent_id_idx\` ON \`_articles_v_version_review_signoffs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_review_signoffs_by_idx\` ON \`_articles_v_version_review_signoffs\` (\`by_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_form\` text DEFAULT 'case',
  	\`version_verdict\` text,
  	\`version_answer\` text,
  	\`version_topic_id\` text(36),
  	\`version_question\` text,
  	\`version_story\` text,
  	\`version_cover_id\` text(36),
  	\`version_variant_of_id\` text(36),
  	\`version_import_key\` text,
  	\`version_slug\` text,
  	\`version_office_id\` text(36),
  	\`version_variety_id\` text(36),
  	\`version_series_id\` text(36),
  	\`version_source\` text,
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
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_topic_idx\` ON \`_articles_v\` (\`version_topic_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_cover_idx\` ON \`_articles_v\` (\`version_cover_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_variant_of_idx\` ON \`_articles_v\` (\`version_variant_of_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_import_key_idx\` ON \`_articles_v\` (\`version_import_key\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_office_idx\` ON \`_articles_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_variety_idx\` ON \`_articles_v\` (\`version_variety_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_series_idx\` ON \`_articles_v\` (\`version_series_id\`);`)
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
  await db.run(sql`CREATE TABLE \`_articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`segments_id\` text(36),
  	\`topics_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_segments_id_idx\` ON \`_articles_v_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_topics_id_idx\` ON \`_articles_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_users_id_idx\` ON \`_articles_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`videos_review_signoffs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`stage\` numeric,
  	\`decision\` text,
  	\`by_id\` text(36),
  	\`at\` text,
  	\`version_hash\` text,
  	\`note\` text,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`videos_review_signoffs_order_idx\` ON \`videos_review_signoffs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`videos_review_signoffs_parent_id_idx\` ON \`videos_review_signoffs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_review_signoffs_by_idx\` ON \`videos_review_signoffs\` (\`by_id\`);`)
  await db.run(sql`CREATE TABLE \`videos\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`film_id\` text(36),
  	\`topic_id\` text(36),
  	\`summary\` text,
  	\`speaker\` text,
  	\`synthetic\` integer DEFAULT false,
  	\`cover_id\` text(36),
  	\`stream\` text,
  	\`slug\` text,
  	\`office_id\` text(36),
  	\`variety_id\` text(36),
  	\`series_id\` text(36),
  	\`source\` text,
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
  	FOREIGN KEY (\`film_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`review_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`review_approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`videos_film_idx\` ON \`videos\` (\`film_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_topic_idx\` ON \`videos\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_cover_idx\` ON \`videos\` (\`cover_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`videos_slug_idx\` ON \`videos\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`videos_office_idx\` ON \`videos\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_variety_idx\` ON \`videos\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_series_idx\` ON \`videos\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_review_review_stage_idx\` ON \`videos\` (\`review_stage\`);`)
  await db.run(sql`CREATE INDEX \`videos_review_review_submitted_by_idx\` ON \`videos\` (\`review_submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_review_review_approved_by_idx\` ON \`videos\` (\`review_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_updated_at_idx\` ON \`videos\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`videos_created_at_idx\` ON \`videos\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`videos__status_idx\` ON \`videos\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`videos_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`segments_id\` text(36),
  	\`topics_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`videos_rels_order_idx\` ON \`videos_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`videos_rels_parent_idx\` ON \`videos_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_rels_path_idx\` ON \`videos_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`videos_rels_segments_id_idx\` ON \`videos_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_rels_topics_id_idx\` ON \`videos_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`videos_rels_users_id_idx\` ON \`videos_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_videos_v_version_review_signoffs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stage\` numeric,
  	\`decision\` text,
  	\`by_id\` text(36),
  	\`at\` text,
  	\`version_hash\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_videos_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_videos_v_version_review_signoffs_order_idx\` ON \`_videos_v_version_review_signoffs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_review_signoffs_parent_id_idx\` ON \`_videos_v_version_review_signoffs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_review_signoffs_by_idx\` ON \`_videos_v_version_review_signoffs\` (\`by_id\`);`)
  await db.run(sql`CREATE TABLE \`_videos_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_film_id\` text(36),
  	\`version_topic_id\` text(36),
  	\`version_summary\` text,
  	\`version_speaker\` text,
  	\`version_synthetic\` integer DEFAULT false,
  	\`version_cover_id\` text(36),
  	\`version_stream\` text,
  	\`version_slug\` text,
  	\`version_office_id\` text(36),
  	\`version_variety_id\` text(36),
  	\`version_series_id\` text(36),
  	\`version_source\` text,
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_film_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_cover_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_review_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_review_approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_videos_v_parent_idx\` ON \`_videos_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_film_idx\` ON \`_videos_v\` (\`version_film_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_topic_idx\` ON \`_videos_v\` (\`version_topic_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_cover_idx\` ON \`_videos_v\` (\`version_cover_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_slug_idx\` ON \`_videos_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_office_idx\` ON \`_videos_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_variety_idx\` ON \`_videos_v\` (\`version_variety_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_series_idx\` ON \`_videos_v\` (\`version_series_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_review_version_review_stage_idx\` ON \`_videos_v\` (\`version_review_stage\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_review_version_review_submitted_by_idx\` ON \`_videos_v\` (\`version_review_submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_review_version_review_approved_by_idx\` ON \`_videos_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_updated_at_idx\` ON \`_videos_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_created_at_idx\` ON \`_videos_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version__status_idx\` ON \`_videos_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_created_at_idx\` ON \`_videos_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_updated_at_idx\` ON \`_videos_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_latest_idx\` ON \`_videos_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_autosave_idx\` ON \`_videos_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_videos_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`segments_id\` text(36),
  	\`topics_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_videos_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_videos_v_rels_order_idx\` ON \`_videos_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_rels_parent_idx\` ON \`_videos_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_rels_path_idx\` ON \`_videos_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_rels_segments_id_idx\` ON \`_videos_v_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_rels_topics_id_idx\` ON \`_videos_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_videos_v_rels_users_id_idx\` ON \`_videos_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`tracks\` (
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
  await db.run(sql`CREATE INDEX \`tracks_video_idx\` ON \`tracks\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_variety_idx\` ON \`tracks\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_file_idx\` ON \`tracks\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_approved_by_idx\` ON \`tracks\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_approved_file_idx\` ON \`tracks\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_office_idx\` ON \`tracks\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`tracks_updated_at_idx\` ON \`tracks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tracks_created_at_idx\` ON \`tracks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`subtitles\` (
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
  await db.run(sql`CREATE INDEX \`subtitles_video_idx\` ON \`subtitles\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_variety_idx\` ON \`subtitles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_file_idx\` ON \`subtitles\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_by_idx\` ON \`subtitles\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_file_idx\` ON \`subtitles\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_office_idx\` ON \`subtitles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_updated_at_idx\` ON \`subtitles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_created_at_idx\` ON \`subtitles\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`images\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text NOT NULL,
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_small_url\` text,
  	\`sizes_small_width\` numeric,
  	\`sizes_small_height\` numeric,
  	\`sizes_small_mime_type\` text,
  	\`sizes_small_filesize\` numeric,
  	\`sizes_small_filename\` text,
  	\`sizes_large_url\` text,
  	\`sizes_large_width\` numeric,
  	\`sizes_large_height\` numeric,
  	\`sizes_large_mime_type\` text,
  	\`sizes_large_filesize\` numeric,
  	\`sizes_large_filename\` text,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`images_office_idx\` ON \`images\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`images_updated_at_idx\` ON \`images\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`images_created_at_idx\` ON \`images\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`images_filename_idx\` ON \`images\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`images_sizes_small_sizes_small_filename_idx\` ON \`images\` (\`sizes_small_filename\`);`)
  await db.run(sql`CREATE INDEX \`images_sizes_large_sizes_large_filename_idx\` ON \`images\` (\`sizes_large_filename\`);`)
  await db.run(sql`CREATE TABLE \`files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`note\` text,
  	\`sha256\` text,
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`files_sha256_idx\` ON \`files\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`files_office_idx\` ON \`files\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_filename_idx\` ON \`files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_targets\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`share\` numeric NOT NULL,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_targets_order_idx\` ON \`campaigns_targets\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_targets_parent_id_idx\` ON \`campaigns_targets\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_targets_topic_idx\` ON \`campaigns_targets\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`goal\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`slots\` numeric DEFAULT 20 NOT NULL,
  	\`slug\` text,
  	\`office_id\` text(36),
  	\`state\` text DEFAULT 'draft',
  	\`plan\` text,
  	\`plan_hash\` text,
  	\`planned_by_id\` text(36),
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`planned_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`campaigns_slug_idx\` ON \`campaigns\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_office_idx\` ON \`campaigns\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_state_idx\` ON \`campaigns\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_planned_by_idx\` ON \`campaigns\` (\`planned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_approved_by_idx\` ON \`campaigns\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_updated_at_idx\` ON \`campaigns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_created_at_idx\` ON \`campaigns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`segments_id\` text(36),
  	\`channels_id\` text(36),
  	\`articles_id\` text(36),
  	\`videos_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`channels_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_rels_order_idx\` ON \`campaigns_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_parent_idx\` ON \`campaigns_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_path_idx\` ON \`campaigns_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_segments_id_idx\` ON \`campaigns_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_channels_id_idx\` ON \`campaigns_rels\` (\`channels_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_articles_id_idx\` ON \`campaigns_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_videos_id_idx\` ON \`campaigns_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE TABLE \`deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`campaign_id\` text(36),
  	\`item_key\` text NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`segment_id\` text(36) NOT NULL,
  	\`channel_id\` text(36) NOT NULL,
  	\`variety_id\` text(36),
  	\`office_id\` text(36),
  	\`due_at\` text NOT NULL,
  	\`until\` text,
  	\`state\` text DEFAULT 'planned' NOT NULL,
  	\`reasons\` text,
  	\`score\` numeric,
  	\`propensity\` numeric,
  	\`lease_owner\` text,
  	\`lease_until\` numeric DEFAULT 0,
  	\`attempts\` numeric DEFAULT 0,
  	\`ready_at\` numeric DEFAULT 0,
  	\`submitted_at\` text,
  	\`external_id\` text,
  	\`error\` text,
  	\`forwarded_at\` text,
  	\`forwarded_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`forwarded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`deliveries_code_idx\` ON \`deliveries\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_campaign_idx\` ON \`deliveries\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_item_key_idx\` ON \`deliveries\` (\`item_key\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_topic_idx\` ON \`deliveries\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_segment_idx\` ON \`deliveries\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_channel_idx\` ON \`deliveries\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_variety_idx\` ON \`deliveries\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_office_idx\` ON \`deliveries\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_due_at_idx\` ON \`deliveries\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_state_idx\` ON \`deliveries\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_lease_until_idx\` ON \`deliveries\` (\`lease_until\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_ready_at_idx\` ON \`deliveries\` (\`ready_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_forwarded_by_idx\` ON \`deliveries\` (\`forwarded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_updated_at_idx\` ON \`deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_created_at_idx\` ON \`deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_dueAt_idx\` ON \`deliveries\` (\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`deliveries_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`videos_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`deliveries_rels_order_idx\` ON \`deliveries_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_rels_parent_idx\` ON \`deliveries_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_rels_path_idx\` ON \`deliveries_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_rels_articles_id_idx\` ON \`deliveries_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_rels_videos_id_idx\` ON \`deliveries_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE TABLE \`channels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`office_id\` text(36),
  	\`enabled\` integer DEFAULT true,
  	\`audience\` numeric,
  	\`audience_source\` text,
  	\`daily_quota\` numeric,
  	\`quiet_from\` text,
  	\`quiet_to\` text,
  	\`webhook_url\` text,
  	\`webhook_secret\` text,
  	\`webhook_allow_private\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`channels_code_idx\` ON \`channels\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`channels_office_idx\` ON \`channels\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`channels_updated_at_idx\` ON \`channels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`channels_created_at_idx\` ON \`channels\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`channels_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`segments_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`channels_rels_order_idx\` ON \`channels_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`channels_rels_parent_idx\` ON \`channels_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`channels_rels_path_idx\` ON \`channels_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`channels_rels_segments_id_idx\` ON \`channels_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE TABLE \`links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`segment_id\` text(36),
  	\`channel_id\` text(36),
  	\`delivery_id\` text(36),
  	\`campaign_id\` text(36),
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`channel_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`delivery_id\`) REFERENCES \`deliveries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`links_code_idx\` ON \`links\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`links_segment_idx\` ON \`links\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`links_channel_idx\` ON \`links\` (\`channel_id\`);`)
  await db.run(sql`CREATE INDEX \`links_delivery_idx\` ON \`links\` (\`delivery_id\`);`)
  await db.run(sql`CREATE INDEX \`links_campaign_idx\` ON \`links\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`links_updated_at_idx\` ON \`links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`links_created_at_idx\` ON \`links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`figures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`delivery_id\` text(36),
  	\`metric\` text NOT NULL,
  	\`value\` numeric NOT NULL,
  	\`source\` text NOT NULL,
  	\`read_at\` text,
  	\`by_id\` text(36),
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`delivery_id\`) REFERENCES \`deliveries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`figures_delivery_idx\` ON \`figures\` (\`delivery_id\`);`)
  await db.run(sql`CREATE INDEX \`figures_by_idx\` ON \`figures\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`figures_office_idx\` ON \`figures\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`figures_updated_at_idx\` ON \`figures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`figures_created_at_idx\` ON \`figures\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`questions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	\`segment_id\` text(36),
  	\`topic_id\` text(36),
  	\`state\` text DEFAULT 'new',
  	\`answer\` text,
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`questions_segment_idx\` ON \`questions\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_topic_idx\` ON \`questions\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_state_idx\` ON \`questions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`questions_office_idx\` ON \`questions\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_updated_at_idx\` ON \`questions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`questions_created_at_idx\` ON \`questions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`questions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`videos_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`questions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`videos_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`questions_rels_order_idx\` ON \`questions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_parent_idx\` ON \`questions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_path_idx\` ON \`questions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_articles_id_idx\` ON \`questions_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`questions_rels_videos_id_idx\` ON \`questions_rels\` (\`videos_id\`);`)
  await db.run(sql`CREATE TABLE \`topics_phrases\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`phrase\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_phrases_order_idx\` ON \`topics_phrases\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`topics_phrases_parent_id_idx\` ON \`topics_phrases\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`slug\` text,
  	\`order\` numeric DEFAULT 100,
  	\`floor\` numeric DEFAULT 0.02,
  	\`cap\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`segments_hours\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_hours_order_idx\` ON \`segments_hours\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`segments_hours_parent_idx\` ON \`segments_hours\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`segments_forms\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_forms_order_idx\` ON \`segments_forms\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`segments_forms_parent_idx\` ON \`segments_forms\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`segments_demand\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`share\` numeric NOT NULL,
  	\`source\` text,
  	\`date\` text,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_demand_order_idx\` ON \`segments_demand\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`segments_demand_parent_id_idx\` ON \`segments_demand\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`segments_demand_topic_idx\` ON \`segments_demand\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`segments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`slug\` text,
  	\`order\` numeric DEFAULT 100,
  	\`invitation\` text,
  	\`population\` numeric,
  	\`population_source\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`segments_slug_idx\` ON \`segments\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`segments_updated_at_idx\` ON \`segments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`segments_created_at_idx\` ON \`segments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`segments_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`varieties_id\` text(36),
  	\`channels_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`varieties_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`channels_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_rels_order_idx\` ON \`segments_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`segments_rels_parent_idx\` ON \`segments_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`segments_rels_path_idx\` ON \`segments_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`segments_rels_varieties_id_idx\` ON \`segments_rels\` (\`varieties_id\`);`)
  await db.run(sql`CREATE INDEX \`segments_rels_channels_id_idx\` ON \`segments_rels\` (\`channels_id\`);`)
  await db.run(sql`CREATE TABLE \`varieties\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text,
  	\`tag\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`direction\` text DEFAULT 'ltr',
  	\`spoken\` integer DEFAULT true,
  	\`written\` integer DEFAULT false,
  	\`speakers\` numeric,
  	\`order\` numeric DEFAULT 100,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`varieties_tag_idx\` ON \`varieties\` (\`tag\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`varieties_code_idx\` ON \`varieties\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`varieties_updated_at_idx\` ON \`varieties\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`varieties_created_at_idx\` ON \`varieties\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`series\` (
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
  await db.run(sql`CREATE UNIQUE INDEX \`series_slug_idx\` ON \`series\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`series_office_idx\` ON \`series\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`series_owner_idx\` ON \`series\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`series_topic_idx\` ON \`series\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`series_segment_idx\` ON \`series\` (\`segment_id\`);`)
  await db.run(sql`CREATE INDEX \`series_updated_at_idx\` ON \`series\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`series_created_at_idx\` ON \`series\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`statutes_aliases\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`statutes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`statutes_aliases_order_idx\` ON \`statutes_aliases\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`statutes_aliases_parent_id_idx\` ON \`statutes_aliases\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`statutes_parts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`order\` numeric NOT NULL,
  	\`source_hash\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`statutes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`statutes_parts_order_idx\` ON \`statutes_parts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`statutes_parts_parent_id_idx\` ON \`statutes_parts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`statutes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`short_title\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`adoption\` text,
  	\`adopted_on\` text,
  	\`effective_on\` text,
  	\`state\` text DEFAULT 'in-force',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`statutes_short_title_idx\` ON \`statutes\` (\`short_title\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`statutes_slug_idx\` ON \`statutes\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`statutes_updated_at_idx\` ON \`statutes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`statutes_created_at_idx\` ON \`statutes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`provisions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`statute_id\` text(36) NOT NULL,
  	\`address\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`order\` numeric NOT NULL,
  	\`heading\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`part\` text,
  	\`chapter\` text,
  	\`section\` text,
  	\`text\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`statute_id\`) REFERENCES \`statutes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`provisions_statute_idx\` ON \`provisions\` (\`statute_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`provisions_address_idx\` ON \`provisions\` (\`address\`);`)
  await db.run(sql`CREATE INDEX \`provisions_order_idx\` ON \`provisions\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`provisions_updated_at_idx\` ON \`provisions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`provisions_created_at_idx\` ON \`provisions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`offices_population\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`segment_id\` text(36) NOT NULL,
  	\`people\` numeric NOT NULL,
  	\`source\` text,
  	\`date\` text,
  	FOREIGN KEY (\`segment_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`offices_population_order_idx\` ON \`offices_population\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`offices_population_parent_id_idx\` ON \`offices_population\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`offices_population_segment_idx\` ON \`offices_population\` (\`segment_id\`);`)
  await db.run(sql`CREATE TABLE \`offices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`level\` text DEFAULT 'township' NOT NULL,
  	\`parent_id\` text(36),
  	\`reviewer_id\` text(36),
  	\`telephone\` text,
  	\`hours\` text,
  	\`address\` text,
  	\`latitude\` numeric,
  	\`longitude\` numeric,
  	\`about\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reviewer_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`offices_slug_idx\` ON \`offices\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`offices_parent_idx\` ON \`offices\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`offices_reviewer_idx\` ON \`offices\` (\`reviewer_id\`);`)
  await db.run(sql`CREATE INDEX \`offices_updated_at_idx\` ON \`offices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`offices_created_at_idx\` ON \`offices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`offices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`varieties_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`varieties_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`offices_rels_order_idx\` ON \`offices_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`offices_rels_parent_idx\` ON \`offices_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`offices_rels_path_idx\` ON \`offices_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`offices_rels_varieties_id_idx\` ON \`offices_rels\` (\`varieties_id\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`office_id\` text(36),
  	\`telephone\` text,
  	\`must_change_password\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text,
  	\`username\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_office_idx\` ON \`users\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
  await db.run(sql`CREATE TABLE \`audit\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`actor_id\` text(36),
  	\`actor_name\` text,
  	\`action\` text NOT NULL,
  	\`subject\` text,
  	\`details\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_actor_idx\` ON \`audit\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_action_idx\` ON \`audit\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_subject_idx\` ON \`audit\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`audit_updated_at_idx\` ON \`audit\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_created_at_idx\` ON \`audit\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media_steps\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`run\` text NOT NULL,
  	\`order\` numeric NOT NULL,
  	\`step\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`lease_owner\` text,
  	\`lease_until\` numeric DEFAULT 0,
  	\`attempts\` numeric DEFAULT 0,
  	\`ready_at\` numeric DEFAULT 0,
  	\`percent\` numeric DEFAULT 0,
  	\`speed\` numeric,
  	\`started_at\` text,
  	\`ended_at\` text,
  	\`error\` text,
  	\`output\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_steps_video_idx\` ON \`media_steps\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`media_steps_run_idx\` ON \`media_steps\` (\`run\`);`)
  await db.run(sql`CREATE INDEX \`media_steps_state_idx\` ON \`media_steps\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`media_steps_lease_until_idx\` ON \`media_steps\` (\`lease_until\`);`)
  await db.run(sql`CREATE INDEX \`media_steps_ready_at_idx\` ON \`media_steps\` (\`ready_at\`);`)
  await db.run(sql`CREATE INDEX \`media_steps_updated_at_idx\` ON \`media_steps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_steps_created_at_idx\` ON \`media_steps\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`run_order_idx\` ON \`media_steps\` (\`run\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`site_name\` text DEFAULT '明白' NOT NULL,
  	\`bureau\` text,
  	\`telephone\` text,
  	\`address\` text,
  	\`hotline\` text DEFAULT '12348',
  	\`fraud_hotline\` text DEFAULT '96110',
  	\`alert\` text,
  	\`footer_site_id_code\` text,
  	\`footer_icp\` text,
  	\`footer_police\` text,
  	\`footer_error_report_url\` text,
  	\`footer_organ_mark_url\` text,
  	\`review_stages\` numeric DEFAULT 1,
  	\`dialect_needs_subtitles\` integer DEFAULT true,
  	\`demo\` integer DEFAULT false,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`articles_steps\`;`)
  await db.run(sql`DROP TABLE \`articles_call_whom\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_statute_quote\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_text\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_film\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_notice\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_choice_options\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_choice\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_risks_rows\`;`)
  await db.run(sql`DROP TABLE \`articles_blocks_risks\`;`)
  await db.run(sql`DROP TABLE \`articles_citations\`;`)
  await db.run(sql`DROP TABLE \`articles_review_signoffs\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_steps\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_call_whom\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_statute_quote\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_text\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_film\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_notice\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_choice_options\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_choice\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_risks_rows\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_blocks_risks\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_citations\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_review_signoffs\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`videos_review_signoffs\`;`)
  await db.run(sql`DROP TABLE \`videos\`;`)
  await db.run(sql`DROP TABLE \`videos_rels\`;`)
  await db.run(sql`DROP TABLE \`_videos_v_version_review_signoffs\`;`)
  await db.run(sql`DROP TABLE \`_videos_v\`;`)
  await db.run(sql`DROP TABLE \`_videos_v_rels\`;`)
  await db.run(sql`DROP TABLE \`tracks\`;`)
  await db.run(sql`DROP TABLE \`subtitles\`;`)
  await db.run(sql`DROP TABLE \`images\`;`)
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`DROP TABLE \`campaigns_targets\`;`)
  await db.run(sql`DROP TABLE \`campaigns\`;`)
  await db.run(sql`DROP TABLE \`campaigns_rels\`;`)
  await db.run(sql`DROP TABLE \`deliveries\`;`)
  await db.run(sql`DROP TABLE \`deliveries_rels\`;`)
  await db.run(sql`DROP TABLE \`channels\`;`)
  await db.run(sql`DROP TABLE \`channels_rels\`;`)
  await db.run(sql`DROP TABLE \`links\`;`)
  await db.run(sql`DROP TABLE \`figures\`;`)
  await db.run(sql`DROP TABLE \`questions\`;`)
  await db.run(sql`DROP TABLE \`questions_rels\`;`)
  await db.run(sql`DROP TABLE \`topics_phrases\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`segments_hours\`;`)
  await db.run(sql`DROP TABLE \`segments_forms\`;`)
  await db.run(sql`DROP TABLE \`segments_demand\`;`)
  await db.run(sql`DROP TABLE \`segments\`;`)
  await db.run(sql`DROP TABLE \`segments_rels\`;`)
  await db.run(sql`DROP TABLE \`varieties\`;`)
  await db.run(sql`DROP TABLE \`series\`;`)
  await db.run(sql`DROP TABLE \`statutes_aliases\`;`)
  await db.run(sql`DROP TABLE \`statutes_parts\`;`)
  await db.run(sql`DROP TABLE \`statutes\`;`)
  await db.run(sql`DROP TABLE \`provisions\`;`)
  await db.run(sql`DROP TABLE \`offices_population\`;`)
  await db.run(sql`DROP TABLE \`offices\`;`)
  await db.run(sql`DROP TABLE \`offices_rels\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`audit\`;`)
  await db.run(sql`DROP TABLE \`media_steps\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`settings\`;`)
}
